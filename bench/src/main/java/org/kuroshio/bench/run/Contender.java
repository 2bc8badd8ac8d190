package org.kuroshio.bench.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kuroshio.bench.peer.Limit;
import org.kuroshio.bench.postgres.Postgres;
import org.kuroshio.bench.product.Product;
import org.kuroshio.bench.textbook.Textbook;

/** A system that does the work. */
enum Contender {
  KUROSHIO("kuroshio", Product.class.getName(), "", Writes.TABLES),
  TEXTBOOK("textbook", Textbook.class.getName(), "", Writes.CELLS),
  FLINK_DATASTREAM("flink-datastream", Names.DATA_STREAM, "heap", Writes.CELLS),
  FLINK_DATASTREAM_ROCKSDB("flink-datastream-rocksdb", Names.DATA_STREAM, "rocksdb", Writes.CELLS),
  FLINK_SQL("flink-sql", Names.SQL, "heap", Writes.CELLS),
  FLINK_SQL_ROCKSDB("flink-sql-rocksdb", Names.SQL, "rocksdb", Writes.CELLS),
  POSTGRESQL("postgresql", Postgres.class.getName(), "", Writes.LINES),
  LIMIT("limit", Limit.class.getName(), "", Writes.NOTHING),
  COPY("copy", Limit.class.getName(), Limit.COPY, Writes.NOTHING);

  /** What is read of it. */
  enum Writes {
    /** Kuroshio's own table topic */
    TABLES,
    /** a topic of cells in digits */
    CELLS,
    /** it says `done`, and then its cells */
    LINES,
    /** it says `done` and has no result */
    NOTHING
  }

  /** Classes of another class path are named, not known. */
  private static final class Names {
    private static final String FLINK = "org.kuroshio.bench.flink.";
    private static final String DATA_STREAM = FLINK + "DataStreamJob";
    private static final String SQL = FLINK + "SqlJob";
  }

  private final String word;
  private final String main;
  private final String variant;
  private final Writes writes;

  Contender(String word, String main, String variant, Writes writes) {
    this.word = word;
    this.main = main;
    this.variant = variant;
    this.writes = writes;
  }

  static Optional<Contender> named(String word) {
    return Stream.of(values()).filter(c -> c.word.equals(word)).findFirst();
  }

  /** What a run has if nothing else is said. */
  static List<Contender> usual(boolean quick) {
    return quick
        ? List.of(KUROSHIO, TEXTBOOK, FLINK_DATASTREAM, FLINK_SQL, LIMIT)
        : List.of(values());
  }

  static List<String> words() {
    return Stream.of(values()).map(Contender::word).toList();
  }

  String word() {
    return word;
  }

  String main() {
    return main;
  }

  String variant() {
    return variant;
  }

  Writes writes() {
    return writes;
  }

  boolean isFlink() {
    return main.startsWith(Names.FLINK);
  }
}
