CREATE TABLE entities (id text PRIMARY KEY, version bigint NOT NULL, facts text[] NOT NULL);
CREATE TABLE shares (fact text NOT NULL, cell text NOT NULL, amount bigint NOT NULL);
CREATE INDEX shares_by_fact ON shares (fact);
CREATE TABLE cells (cell text PRIMARY KEY, amount bigint NOT NULL);
CREATE TABLE offsets (topic text, part int, next bigint NOT NULL, PRIMARY KEY (topic, part));
CREATE UNLOGGED TABLE arrived (id text, version bigint, facts text[]);

-- one statement for a whole batch: what its entities counted before and count now, cell by cell
CREATE FUNCTION keep_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO cells
    SELECT s.cell, sum(f.n * s.amount)
    FROM (SELECT u.fact, count(*) AS n FROM after_rows, unnest(facts) AS u (fact) GROUP BY u.fact) f
    JOIN shares s ON s.fact = f.fact
    GROUP BY s.cell
    ON CONFLICT (cell) DO UPDATE SET amount = cells.amount + excluded.amount;
  ELSE
    INSERT INTO cells
    SELECT s.cell, sum(f.n * s.amount)
    FROM (
      SELECT fact, sum(n) AS n FROM (
        SELECT u.fact, count(*) AS n FROM after_rows, unnest(facts) AS u (fact) GROUP BY u.fact
        UNION ALL
        SELECT u.fact, -count(*) FROM before_rows, unnest(facts) AS u (fact) GROUP BY u.fact) both_sides
      GROUP BY fact HAVING sum(n) <> 0) f
    JOIN shares s ON s.fact = f.fact
    GROUP BY s.cell
    ON CONFLICT (cell) DO UPDATE SET amount = cells.amount + excluded.amount;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER count_new AFTER INSERT ON entities
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_cells();
CREATE TRIGGER count_changed AFTER UPDATE ON entities
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_cells();
