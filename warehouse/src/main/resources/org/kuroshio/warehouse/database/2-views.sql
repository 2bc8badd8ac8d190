-- What analysts read. A statement sees one cut, whole: the feed puts a cut into the tables in one transaction.
CREATE SCHEMA IF NOT EXISTS kuroshio;
COMMENT ON SCHEMA kuroshio IS 'Regional innovation indicators: fact table "value" with the dimensions indicator, region, region_group and period.';

CREATE OR REPLACE VIEW kuroshio.cuts AS
  SELECT sequence, cut, as_of, published_at, offsets, changed, cells, catalogue, shown_at, cells_here FROM kuroshio_feed.cut;
COMMENT ON VIEW kuroshio.cuts IS 'Every cut that the feed read: the moments at which the tables changed.';
COMMENT ON COLUMN kuroshio.cuts.sequence IS '1, 2, 3, ... in order of publication';
COMMENT ON COLUMN kuroshio.cuts.cut IS 'A digest of every cell: equal tables have equal cuts';
COMMENT ON COLUMN kuroshio.cuts.as_of IS 'The day for which open periods were computed';
COMMENT ON COLUMN kuroshio.cuts.published_at IS 'When it was published to Kafka';
COMMENT ON COLUMN kuroshio.cuts.offsets IS 'For each event partition the offset up to which (exclusive) its events are in';
COMMENT ON COLUMN kuroshio.cuts.changed IS 'How many cells changed';
COMMENT ON COLUMN kuroshio.cuts.cells IS 'How many cells the tables hold after it, as its publisher counted';
COMMENT ON COLUMN kuroshio.cuts.catalogue IS 'The fingerprint of the definitions that computed it';
COMMENT ON COLUMN kuroshio.cuts.shown_at IS 'When it became visible here; null for one that was passed over for a later one';
COMMENT ON COLUMN kuroshio.cuts.cells_here IS 'How many cells were here then; another number than cells means that something is missing';

CREATE OR REPLACE VIEW kuroshio.current_cut AS
  SELECT * FROM kuroshio.cuts WHERE shown_at IS NOT NULL ORDER BY sequence DESC LIMIT 1;
COMMENT ON VIEW kuroshio.current_cut IS 'The cut that the tables show: one row, none before the first.';
COMMENT ON COLUMN kuroshio.current_cut.sequence IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.cut IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.as_of IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.published_at IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.offsets IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.changed IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.cells IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.catalogue IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.shown_at IS 'See cuts';
COMMENT ON COLUMN kuroshio.current_cut.cells_here IS 'See cuts';

CREATE OR REPLACE VIEW kuroshio.indicator AS
  SELECT indicator, version, facet, kind, unit, polarity, title_en, title_ja, title_zh, description_en, description_ja, description_zh
  FROM kuroshio_feed.indicator;
COMMENT ON VIEW kuroshio.indicator IS 'Dimension: what is measured.';
COMMENT ON COLUMN kuroshio.indicator.indicator IS 'Id, venture.stock';
COMMENT ON COLUMN kuroshio.indicator.version IS 'Counts up when the meaning changes';
COMMENT ON COLUMN kuroshio.indicator.facet IS 'ELEMENT, MECHANISM or ENVIRONMENT of an innovation system';
COMMENT ON COLUMN kuroshio.indicator.kind IS 'How a value is made: simple, stock, ratio, share, ...';
COMMENT ON COLUMN kuroshio.indicator.unit IS 'What is counted';
COMMENT ON COLUMN kuroshio.indicator.polarity IS '1 more is better, -1 less is better, 0 neither';
COMMENT ON COLUMN kuroshio.indicator.title_en IS 'Name in English';
COMMENT ON COLUMN kuroshio.indicator.title_ja IS 'Name in Japanese';
COMMENT ON COLUMN kuroshio.indicator.title_zh IS 'Name in Chinese';
COMMENT ON COLUMN kuroshio.indicator.description_en IS 'What is counted and by which rule, in English';
COMMENT ON COLUMN kuroshio.indicator.description_ja IS 'The same in Japanese, where written';
COMMENT ON COLUMN kuroshio.indicator.description_zh IS 'The same in Chinese, where written';

CREATE OR REPLACE VIEW kuroshio.region AS
  SELECT region, kind, country, name_en, name_ja, name_zh FROM kuroshio_feed.region;
COMMENT ON VIEW kuroshio.region IS 'Dimension: where. Prefectures and states, named groups, countries, the world, and what is unknown.';
COMMENT ON COLUMN kuroshio.region.region IS 'ISO 3166-2 code, or one of ours: JP-13, JP-KANTO11, JP, JP-ZZ, WORLD, ZZ';
COMMENT ON COLUMN kuroshio.region.kind IS 'LEAF, GROUP, COUNTRY, COUNTRY_UNKNOWN, WORLD, UNKNOWN or UNALLOCATED (known for a group and none of its regions)';
COMMENT ON COLUMN kuroshio.region.country IS 'ISO 3166-1 code';
COMMENT ON COLUMN kuroshio.region.name_en IS 'Name in English';
COMMENT ON COLUMN kuroshio.region.name_ja IS 'Name in Japanese';
COMMENT ON COLUMN kuroshio.region.name_zh IS 'Name in Chinese';

CREATE OR REPLACE VIEW kuroshio.region_group AS
  SELECT region_group, region, valid_from, valid_to FROM kuroshio_feed.member;
COMMENT ON VIEW kuroshio.region_group IS 'Bridge: which regions a group has, and when.';
COMMENT ON COLUMN kuroshio.region_group.region_group IS 'The group or country';
COMMENT ON COLUMN kuroshio.region_group.region IS 'A region in it';
COMMENT ON COLUMN kuroshio.region_group.valid_from IS 'First day; -infinity where it has always belonged';
COMMENT ON COLUMN kuroshio.region_group.valid_to IS 'Last day; infinity where it still belongs';

CREATE OR REPLACE VIEW kuroshio.period AS
  SELECT period, country,
    CASE WHEN period LIKE 'unallocated:%' THEN 'UNALLOCATED' WHEN period = 'TD' THEN 'TD' WHEN period LIKE 'FY%' THEN 'FY' WHEN period ~ '^\d{4}$' THEN 'CY'
      WHEN period LIKE '%Q%' THEN 'Q' WHEN length(period) = 7 THEN 'M' ELSE 'D' END AS type,
    lower(days) AS first_day, upper(days) - 1 AS last_day
  FROM (
    SELECT p.period, p.country, kuroshio_feed.days(p.period, f.start_month, f.named_by) AS days
    FROM (SELECT DISTINCT c.period, r.country FROM kuroshio_feed.cell c JOIN kuroshio_feed.region r USING (region)) p
    LEFT JOIN kuroshio_feed.fiscal_year f USING (country)) spans;
COMMENT ON VIEW kuroshio.period IS 'Dimension: when. One row for each period and country, as fiscal years differ.';
COMMENT ON COLUMN kuroshio.period.period IS 'Label: 2021-07-14, 2021-07, 2021-Q3, 2021, FY2007, TD; unallocated:Q is what is known of no quarter, so that columns add up';
COMMENT ON COLUMN kuroshio.period.country IS 'The country whose fiscal year it is; join it with the fact''s';
COMMENT ON COLUMN kuroshio.period.type IS 'D day, M month, Q quarter, CY calendar year, FY fiscal year, TD everything to date, UNALLOCATED';
COMMENT ON COLUMN kuroshio.period.first_day IS 'Null for TD and UNALLOCATED';
COMMENT ON COLUMN kuroshio.period.last_day IS 'Null for TD and UNALLOCATED';

CREATE OR REPLACE VIEW kuroshio.value AS
  SELECT c.indicator, c.version, c.region_group, c.region, coalesce(r.country, split_part(c.region, '-', 1)) AS country, c.period, c.breakdown, c.unit,
    c.value, c.exact_n, c.exact_d, c.numerator_n, c.numerator_d, c.denominator_n, c.denominator_d,
    c.rank, c.ranked, c.status, c.reason, c.cut, c.updated_at
  FROM kuroshio_feed.cell c LEFT JOIN kuroshio_feed.region r USING (region);
COMMENT ON VIEW kuroshio.value IS 'Fact: one row for each cell of the tables that has a number, or a reason for having none. Zero is zero; what is missing has no row.';
COMMENT ON COLUMN kuroshio.value.indicator IS 'Joins indicator';
COMMENT ON COLUMN kuroshio.value.version IS 'The version of the definition';
COMMENT ON COLUMN kuroshio.value.region_group IS 'The set that a rank or share is over; empty for kinds that need none';
COMMENT ON COLUMN kuroshio.value.region IS 'Joins region';
COMMENT ON COLUMN kuroshio.value.country IS 'Of the region; joins period together with period';
COMMENT ON COLUMN kuroshio.value.period IS 'Joins period together with country';
COMMENT ON COLUMN kuroshio.value.breakdown IS 'One part of the total, category=PLATFORM; empty for the total';
COMMENT ON COLUMN kuroshio.value.unit IS 'What is counted; currencies are never added';
COMMENT ON COLUMN kuroshio.value.value IS 'The number to 12 significant digits; null where undefined';
COMMENT ON COLUMN kuroshio.value.exact_n IS 'The exact number is exact_n / exact_d; null for irrational kinds';
COMMENT ON COLUMN kuroshio.value.exact_d IS 'See exact_n';
COMMENT ON COLUMN kuroshio.value.numerator_n IS 'What was divided, as numerator_n / numerator_d; null for kinds that divide nothing';
COMMENT ON COLUMN kuroshio.value.numerator_d IS 'See numerator_n';
COMMENT ON COLUMN kuroshio.value.denominator_n IS 'What it was divided by, as denominator_n / denominator_d';
COMMENT ON COLUMN kuroshio.value.denominator_d IS 'See denominator_n';
COMMENT ON COLUMN kuroshio.value.rank IS 'Of rank kinds: the place, 8.5 where two share 8 and 9';
COMMENT ON COLUMN kuroshio.value.ranked IS 'How many were ranked';
COMMENT ON COLUMN kuroshio.value.status IS 'NORMAL, ESTIMATED, PROVISIONAL, PARTIAL, BREAK or UNDEFINED';
COMMENT ON COLUMN kuroshio.value.reason IS 'Why, where the status is not NORMAL';
COMMENT ON COLUMN kuroshio.value.cut IS 'The cut that last changed this cell';
COMMENT ON COLUMN kuroshio.value.updated_at IS 'The greatest source time among the facts applied by then, not a clock';
