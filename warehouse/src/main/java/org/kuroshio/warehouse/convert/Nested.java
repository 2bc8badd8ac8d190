package org.kuroshio.warehouse.convert;

import java.util.Locale;

/** What becomes of records, lists and maps inside a record. */
enum Nested {
  /** Connect's own structures: for sinks that have columns of that kind, as Iceberg's. */
  STRUCT,
  /** JSON text that says that it is JSON: for databases. Dates in it are days since 1970. */
  JSON;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
