package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns one JSON value into one Avro value. Made once per field, safe for many threads. */
interface ValueReader {
  /**
   * @param value neither null nor missing
   * @return null if the value is wrong, which is then among the reading's problems
   */
  Object read(JsonNode value, At at, Reading reading);
}
