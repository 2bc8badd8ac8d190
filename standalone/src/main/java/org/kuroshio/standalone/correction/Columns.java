package org.kuroshio.standalone.correction;

import java.util.List;

/** The columns of a file of corrections. */
final class Columns {
  static final String ENTITY_ID = "entityId";
  static final String OP = "op";
  static final String FIELD = "field";
  static final String VALUE = "value";

  static final List<String> ALL = List.of(ENTITY_ID, OP, FIELD, VALUE);

  private Columns() {}
}
