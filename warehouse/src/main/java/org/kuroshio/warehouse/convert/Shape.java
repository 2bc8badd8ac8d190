package org.kuroshio.warehouse.convert;

import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;

/**
 * How the values of one Avro type look in Connect.
 *
 * @param value from what Avro reads to what Connect takes; never given null
 */
record Shape(Schema schema, UnaryOperator<Object> value) {
  /** Null stays null. */
  Object of(Object read) {
    return read == null ? null : value.apply(read);
  }
}
