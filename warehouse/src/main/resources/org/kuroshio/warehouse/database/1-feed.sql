-- What the feed needs. Run at every start, so every statement leaves alone what is there.
CREATE SCHEMA IF NOT EXISTS kuroshio_feed;
COMMENT ON SCHEMA kuroshio_feed IS 'What the feed of Kuroshio keeps for itself. Analysts read the schema kuroshio.';

CREATE TABLE IF NOT EXISTS kuroshio_feed.change (
  cell text COLLATE "C" NOT NULL,
  "offset" bigint NOT NULL,
  indicator text, version integer, "group" text, region text, period text, breakdown text, unit text,
  value text, "valueDouble" double precision, exact text, numerator text, denominator text,
  rank text, ranked integer, status text, reason text, cut text, "updatedAt" timestamptz,
  sequence bigint, "asOf" date, at timestamptz, offsets json, count integer, cells bigint, catalogue text,
  deleted boolean,
  PRIMARY KEY ("offset", cell)
) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 20000);

CREATE TABLE IF NOT EXISTS kuroshio_feed.progress (
  the_only_row boolean PRIMARY KEY DEFAULT true CHECK (the_only_row),
  topic_id text NOT NULL DEFAULT '',
  filling boolean NOT NULL DEFAULT true,
  fill_through bigint NOT NULL DEFAULT -1,
  seen_offset bigint NOT NULL DEFAULT -1,
  seen_sequence bigint NOT NULL DEFAULT 0,
  shown_offset bigint NOT NULL DEFAULT -1,
  cells_held bigint NOT NULL DEFAULT 0
);
INSERT INTO kuroshio_feed.progress DEFAULT VALUES ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS kuroshio_feed.cell (
  cell text COLLATE "C" PRIMARY KEY,
  indicator text NOT NULL,
  version integer NOT NULL,
  region_group text NOT NULL,
  region text NOT NULL,
  period text NOT NULL,
  breakdown text NOT NULL,
  unit text NOT NULL,
  value numeric,
  exact_n numeric,
  exact_d numeric,
  numerator_n numeric,
  numerator_d numeric,
  denominator_n numeric,
  denominator_d numeric,
  rank numeric,
  ranked integer,
  status text NOT NULL,
  reason text,
  cut text NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS cell_by_question ON kuroshio_feed.cell (indicator, period, region_group);

CREATE TABLE IF NOT EXISTS kuroshio_feed.cut (
  sequence bigint PRIMARY KEY,
  cut text NOT NULL,
  as_of date NOT NULL,
  published_at timestamptz NOT NULL,
  offsets json NOT NULL,
  changed integer NOT NULL,
  cells bigint NOT NULL,
  catalogue text NOT NULL,
  shown_at timestamptz,
  cells_here bigint
);

CREATE TABLE IF NOT EXISTS kuroshio_feed.indicator (
  indicator text PRIMARY KEY, version integer NOT NULL, facet text NOT NULL, kind text NOT NULL, unit text NOT NULL, polarity integer NOT NULL,
  title_en text NOT NULL, title_ja text NOT NULL, title_zh text NOT NULL, description_en text, description_ja text, description_zh text
);
CREATE TABLE IF NOT EXISTS kuroshio_feed.region (
  region text PRIMARY KEY, kind text NOT NULL, country text NOT NULL, name_en text NOT NULL, name_ja text NOT NULL, name_zh text NOT NULL
);
CREATE TABLE IF NOT EXISTS kuroshio_feed.member (
  region_group text NOT NULL, region text NOT NULL, valid_from date NOT NULL, valid_to date NOT NULL, PRIMARY KEY (region_group, region, valid_from)
);
CREATE TABLE IF NOT EXISTS kuroshio_feed.fiscal_year (
  country text PRIMARY KEY, start_month integer NOT NULL, named_by text NOT NULL CHECK (named_by IN ('START', 'END'))
);

-- `n/d` or `n`, as the topics write an exact number.
CREATE OR REPLACE FUNCTION kuroshio_feed.n(exact text) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN split_part(exact, '/', 1)::numeric;
CREATE OR REPLACE FUNCTION kuroshio_feed.d(exact text) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN coalesce(nullif(split_part(exact, '/', 2), ''), '1')::numeric;

-- The days of a period's label; a fiscal year takes its calendar from the country.
CREATE OR REPLACE FUNCTION kuroshio_feed.days(label text, start_month integer, named_by text) RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN label = 'TD' THEN daterange(NULL, NULL)
    WHEN label ~ '^FY\d{4}$' THEN daterange(
      make_date(substr(label, 3)::integer - CASE WHEN named_by = 'END' AND start_month > 1 THEN 1 ELSE 0 END, start_month, 1),
      (make_date(substr(label, 3)::integer - CASE WHEN named_by = 'END' AND start_month > 1 THEN 1 ELSE 0 END, start_month, 1) + interval '1 year')::date)
    WHEN label ~ '^\d{4}$' THEN daterange(make_date(label::integer, 1, 1), make_date(label::integer + 1, 1, 1))
    WHEN label ~ '^\d{4}-Q[1-4]$' THEN daterange(
      make_date(substr(label, 1, 4)::integer, substr(label, 7)::integer * 3 - 2, 1),
      (make_date(substr(label, 1, 4)::integer, substr(label, 7)::integer * 3 - 2, 1) + interval '3 months')::date)
    WHEN label ~ '^\d{4}-\d\d$' THEN daterange(
      make_date(substr(label, 1, 4)::integer, substr(label, 6)::integer, 1),
      (make_date(substr(label, 1, 4)::integer, substr(label, 6)::integer, 1) + interval '1 month')::date)
    WHEN label ~ '^\d{4}-\d\d-\d\d$' THEN daterange(
      make_date(substr(label, 1, 4)::integer, substr(label, 6, 2)::integer, substr(label, 9)::integer),
      make_date(substr(label, 1, 4)::integer, substr(label, 6, 2)::integer, substr(label, 9)::integer) + 1)
  END;

-- How many cells the tables would hold if everything before an offset were in them.
CREATE OR REPLACE FUNCTION kuroshio_feed.held_before(through bigint, p kuroshio_feed.progress) RETURNS bigint LANGUAGE sql
  RETURN (
    WITH newest AS (
      SELECT DISTINCT ON (cell) cell, deleted FROM kuroshio_feed.change
      WHERE "offset" < through AND sequence IS NULL ORDER BY cell, "offset" DESC)
    SELECT CASE WHEN p.filling THEN count(*) FILTER (WHERE n.deleted IS NOT TRUE)
      ELSE p.cells_held + count(*) FILTER (WHERE n.deleted IS NOT TRUE AND t.cell IS NULL)
                        - count(*) FILTER (WHERE n.deleted AND t.cell IS NOT NULL) END
    FROM newest n LEFT JOIN kuroshio_feed.cell t ON t.cell = n.cell);

-- Brings the tables to the cut whose record stands at an offset, all of it in the transaction of whoever calls.
CREATE OR REPLACE FUNCTION kuroshio_feed.show(through bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  gone bigint := 0;
  here bigint;
BEGIN
  IF (SELECT filling FROM kuroshio_feed.progress) THEN
    -- what is left of an earlier fill, and in the topic no longer
    DELETE FROM kuroshio_feed.cell t WHERE NOT EXISTS (
      SELECT FROM kuroshio_feed.change c WHERE c.cell = t.cell AND c."offset" < through);
  END IF;
  WITH newest AS MATERIALIZED (
    SELECT DISTINCT ON (cell) * FROM kuroshio_feed.change
    WHERE "offset" < through AND sequence IS NULL ORDER BY cell, "offset" DESC),
  gone AS (
    DELETE FROM kuroshio_feed.cell t USING newest n WHERE n.deleted AND t.cell = n.cell RETURNING t.cell),
  put AS (
    INSERT INTO kuroshio_feed.cell AS t
    SELECT cell, indicator, version, "group", region, period, breakdown, unit, value::numeric,
      kuroshio_feed.n(exact), kuroshio_feed.d(exact), kuroshio_feed.n(numerator), kuroshio_feed.d(numerator),
      kuroshio_feed.n(denominator), kuroshio_feed.d(denominator),
      rank::numeric, ranked, status, reason, cut, "updatedAt"
    FROM newest WHERE deleted IS NOT TRUE
    ON CONFLICT (cell) DO UPDATE SET
      value = excluded.value, exact_n = excluded.exact_n, exact_d = excluded.exact_d,
      numerator_n = excluded.numerator_n, numerator_d = excluded.numerator_d,
      denominator_n = excluded.denominator_n, denominator_d = excluded.denominator_d,
      rank = excluded.rank, ranked = excluded.ranked, status = excluded.status, reason = excluded.reason,
      cut = excluded.cut, updated_at = excluded.updated_at
    RETURNING t.xmax = 0 AS fresh)
  SELECT (SELECT count(*) FROM put WHERE fresh) - (SELECT count(*) FROM gone) INTO gone;
  IF (SELECT filling FROM kuroshio_feed.progress) THEN
    SELECT count(*) INTO here FROM kuroshio_feed.cell;
  ELSE
    SELECT cells_held + gone INTO here FROM kuroshio_feed.progress;
  END IF;
  UPDATE kuroshio_feed.cut SET shown_at = clock_timestamp(), cells_here = here
    WHERE sequence = (SELECT max(sequence) FROM kuroshio_feed.change WHERE "offset" = through);
  UPDATE kuroshio_feed.progress SET filling = false, shown_offset = through, cells_held = here;
  DELETE FROM kuroshio_feed.change WHERE "offset" <= through;
END $$;

-- Runs after each batch that the sink writes: cells wait in `change` until the record that ends their cut is there.
CREATE OR REPLACE FUNCTION kuroshio_feed.take() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  p kuroshio_feed.progress;
  c record;
  through bigint;
  last_cells bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM came WHERE sequence IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  SELECT * INTO STRICT p FROM kuroshio_feed.progress FOR UPDATE;
  FOR c IN SELECT * FROM came WHERE sequence IS NOT NULL AND "offset" > p.seen_offset ORDER BY "offset" LOOP
    INSERT INTO kuroshio_feed.cut VALUES (c.sequence, c.cut, c."asOf", c.at, c.offsets, c.count, c.cells, c.catalogue)
    ON CONFLICT (sequence) DO UPDATE SET cut = excluded.cut, as_of = excluded.as_of, published_at = excluded.published_at,
      offsets = excluded.offsets, changed = excluded.changed, cells = excluded.cells, catalogue = excluded.catalogue;
    -- two cuts in a row, so nothing before the second was compacted away
    IF c."offset" >= p.fill_through AND c.sequence = p.seen_sequence + 1 THEN
      through := c."offset";
    END IF;
    p.seen_offset := c."offset";
    p.seen_sequence := c.sequence;
    last_cells := c.cells;
  END LOOP;
  IF last_cells IS NULL THEN
    -- known already: the sink reads some records again after a failure
    DELETE FROM kuroshio_feed.change WHERE "offset" <= p.shown_offset;
    RETURN NULL;
  END IF;
  -- some cuts are missing, because the topic keeps the last of each key: then the numbers must agree
  IF through IS DISTINCT FROM p.seen_offset AND p.seen_offset >= p.fill_through
      AND kuroshio_feed.held_before(p.seen_offset, p) = last_cells THEN
    through := p.seen_offset;
  END IF;
  UPDATE kuroshio_feed.progress SET seen_offset = p.seen_offset, seen_sequence = p.seen_sequence;
  DELETE FROM kuroshio_feed.change WHERE "offset" <= p.shown_offset;
  IF through IS NOT NULL THEN
    PERFORM kuroshio_feed.show(through);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER take_cuts AFTER INSERT ON kuroshio_feed.change
  REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION kuroshio_feed.take();

COMMENT ON TABLE kuroshio_feed.change IS 'Records of the tables'' topic that wait for the end of their cut; the sink writes here and nowhere else.';
COMMENT ON COLUMN kuroshio_feed.change.cell IS 'The record''s key; cut for the record that ends one';
COMMENT ON COLUMN kuroshio_feed.change."offset" IS 'Its place in the topic';
COMMENT ON COLUMN kuroshio_feed.change.indicator IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.version IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change."group" IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.region IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.period IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.breakdown IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.unit IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.value IS 'Of a cell, as text';
COMMENT ON COLUMN kuroshio_feed.change."valueDouble" IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.exact IS 'Of a cell, n/d';
COMMENT ON COLUMN kuroshio_feed.change.numerator IS 'Of a cell, n/d';
COMMENT ON COLUMN kuroshio_feed.change.denominator IS 'Of a cell, n/d';
COMMENT ON COLUMN kuroshio_feed.change.rank IS 'Of a cell, as printed';
COMMENT ON COLUMN kuroshio_feed.change.ranked IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.status IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.reason IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.cut IS 'Of a cell and of a cut';
COMMENT ON COLUMN kuroshio_feed.change."updatedAt" IS 'Of a cell';
COMMENT ON COLUMN kuroshio_feed.change.sequence IS 'Of a cut; null in a cell';
COMMENT ON COLUMN kuroshio_feed.change."asOf" IS 'Of a cut';
COMMENT ON COLUMN kuroshio_feed.change.at IS 'Of a cut';
COMMENT ON COLUMN kuroshio_feed.change.offsets IS 'Of a cut';
COMMENT ON COLUMN kuroshio_feed.change.count IS 'Of a cut';
COMMENT ON COLUMN kuroshio_feed.change.cells IS 'Of a cut';
COMMENT ON COLUMN kuroshio_feed.change.catalogue IS 'Of a cut';
COMMENT ON COLUMN kuroshio_feed.change.deleted IS 'True where the cell is gone (a tombstone)';
COMMENT ON TABLE kuroshio_feed.progress IS 'How far the feed is: one row.';
COMMENT ON COLUMN kuroshio_feed.progress.the_only_row IS 'Always true';
COMMENT ON COLUMN kuroshio_feed.progress.topic_id IS 'Kafka''s id of the topic; another one means other data under the same name';
COMMENT ON COLUMN kuroshio_feed.progress.filling IS 'True until the tables show a first cut of this topic';
COMMENT ON COLUMN kuroshio_feed.progress.fill_through IS 'The first cut that may be shown stands at or behind this offset';
COMMENT ON COLUMN kuroshio_feed.progress.seen_offset IS 'Of the last cut record that was read';
COMMENT ON COLUMN kuroshio_feed.progress.seen_sequence IS 'Its number';
COMMENT ON COLUMN kuroshio_feed.progress.shown_offset IS 'Of the cut record that the tables show';
COMMENT ON COLUMN kuroshio_feed.progress.cells_held IS 'How many cells the tables hold';
COMMENT ON TABLE kuroshio_feed.cell IS 'The tables as of the shown cut: one row for each cell. Read it through kuroshio.value.';
COMMENT ON COLUMN kuroshio_feed.cell.cell IS 'indicator|version|group|region|period|breakdown|unit';
COMMENT ON COLUMN kuroshio_feed.cell.indicator IS 'Id';
COMMENT ON COLUMN kuroshio_feed.cell.version IS 'Of the definition';
COMMENT ON COLUMN kuroshio_feed.cell.region_group IS 'The set of a rank or share';
COMMENT ON COLUMN kuroshio_feed.cell.region IS 'Code';
COMMENT ON COLUMN kuroshio_feed.cell.period IS 'Label';
COMMENT ON COLUMN kuroshio_feed.cell.breakdown IS 'Part of the total';
COMMENT ON COLUMN kuroshio_feed.cell.unit IS 'What is counted';
COMMENT ON COLUMN kuroshio_feed.cell.value IS 'To 12 significant digits';
COMMENT ON COLUMN kuroshio_feed.cell.exact_n IS 'Exact numerator';
COMMENT ON COLUMN kuroshio_feed.cell.exact_d IS 'Exact denominator';
COMMENT ON COLUMN kuroshio_feed.cell.numerator_n IS 'What was divided';
COMMENT ON COLUMN kuroshio_feed.cell.numerator_d IS 'See numerator_n';
COMMENT ON COLUMN kuroshio_feed.cell.denominator_n IS 'What it was divided by';
COMMENT ON COLUMN kuroshio_feed.cell.denominator_d IS 'See denominator_n';
COMMENT ON COLUMN kuroshio_feed.cell.rank IS 'Place';
COMMENT ON COLUMN kuroshio_feed.cell.ranked IS 'How many were ranked';
COMMENT ON COLUMN kuroshio_feed.cell.status IS 'How far it may be trusted';
COMMENT ON COLUMN kuroshio_feed.cell.reason IS 'Why';
COMMENT ON COLUMN kuroshio_feed.cell.cut IS 'The cut that last changed it';
COMMENT ON COLUMN kuroshio_feed.cell.updated_at IS 'Greatest source time';
COMMENT ON TABLE kuroshio_feed.cut IS 'Every cut that was read. Read it through kuroshio.cuts.';
COMMENT ON COLUMN kuroshio_feed.cut.sequence IS 'Number';
COMMENT ON COLUMN kuroshio_feed.cut.cut IS 'Digest of all cells';
COMMENT ON COLUMN kuroshio_feed.cut.as_of IS 'Day of computation';
COMMENT ON COLUMN kuroshio_feed.cut.published_at IS 'When published';
COMMENT ON COLUMN kuroshio_feed.cut.offsets IS 'Events that are in';
COMMENT ON COLUMN kuroshio_feed.cut.changed IS 'Changed cells';
COMMENT ON COLUMN kuroshio_feed.cut.cells IS 'Cells after it';
COMMENT ON COLUMN kuroshio_feed.cut.catalogue IS 'Fingerprint of the definitions';
COMMENT ON COLUMN kuroshio_feed.cut.shown_at IS 'When visible here';
COMMENT ON COLUMN kuroshio_feed.cut.cells_here IS 'Cells here then';
COMMENT ON TABLE kuroshio_feed.indicator IS 'The catalogue. Read it through kuroshio.indicator.';
COMMENT ON COLUMN kuroshio_feed.indicator.indicator IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.version IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.facet IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.kind IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.unit IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.polarity IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.title_en IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.title_ja IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.title_zh IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.description_en IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.description_ja IS 'See kuroshio.indicator';
COMMENT ON COLUMN kuroshio_feed.indicator.description_zh IS 'See kuroshio.indicator';
COMMENT ON TABLE kuroshio_feed.region IS 'The regions. Read it through kuroshio.region.';
COMMENT ON COLUMN kuroshio_feed.region.region IS 'See kuroshio.region';
COMMENT ON COLUMN kuroshio_feed.region.kind IS 'See kuroshio.region';
COMMENT ON COLUMN kuroshio_feed.region.country IS 'See kuroshio.region';
COMMENT ON COLUMN kuroshio_feed.region.name_en IS 'See kuroshio.region';
COMMENT ON COLUMN kuroshio_feed.region.name_ja IS 'See kuroshio.region';
COMMENT ON COLUMN kuroshio_feed.region.name_zh IS 'See kuroshio.region';
COMMENT ON TABLE kuroshio_feed.member IS 'Groups and their regions. Read it through kuroshio.region_group.';
COMMENT ON COLUMN kuroshio_feed.member.region_group IS 'See kuroshio.region_group';
COMMENT ON COLUMN kuroshio_feed.member.region IS 'See kuroshio.region_group';
COMMENT ON COLUMN kuroshio_feed.member.valid_from IS 'See kuroshio.region_group';
COMMENT ON COLUMN kuroshio_feed.member.valid_to IS 'See kuroshio.region_group';
COMMENT ON TABLE kuroshio_feed.fiscal_year IS 'When countries'' fiscal years begin.';
COMMENT ON COLUMN kuroshio_feed.fiscal_year.country IS 'ISO 3166-1 code';
COMMENT ON COLUMN kuroshio_feed.fiscal_year.start_month IS '1 to 12';
COMMENT ON COLUMN kuroshio_feed.fiscal_year.named_by IS 'The calendar year by which a fiscal year is named: of its START or its END';
