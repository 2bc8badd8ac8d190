package org.kuroshio.ingest.connect;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.message.Message;

/**
 * A Connect record that remembers which step of the engine it ends, if any: Connect hands it back
 * when Kafka has it.
 */
class IngestRecord extends SourceRecord {
  private final Step ended;

  /**
   * @param ended the step whose last message this is; null for the others
   */
  IngestRecord(Map<String, ?> partition, Map<String, ?> offset, Message message, Step ended) {
    super(
        partition,
        offset,
        message.topic(),
        // Kafka's own partitioner on the key's bytes: the rest of the system checks that a key is
        // where it belongs
        null,
        Schema.STRING_SCHEMA,
        message.key(),
        Schema.OPTIONAL_BYTES_SCHEMA,
        message.value(),
        message.timestampMillis());
    this.ended = ended;
  }

  Optional<Step> ended() {
    return Optional.ofNullable(ended);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IngestRecord record
        && super.equals(record)
        && Objects.equals(ended, record.ended);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
