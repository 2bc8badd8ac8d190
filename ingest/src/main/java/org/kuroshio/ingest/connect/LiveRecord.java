package org.kuroshio.ingest.connect;

import java.util.Map;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.message.Message;

/** A record that belongs to a delivery. */
final class LiveRecord extends IngestRecord {
  private final transient Delivery delivery;

  LiveRecord(
      Map<String, ?> partition,
      Map<String, ?> offset,
      Message message,
      Step ended,
      Delivery delivery) {
    super(partition, offset, message, ended);
    this.delivery = delivery;
  }

  Delivery delivery() {
    return delivery;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
