package org.kuroshio.standalone.sourcestatus;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.schemas.frame.FrameSerializer;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.topic.Topics;

/**
 * Says of a source of files how its last reading ended. Live sources say it themselves, while they
 * go on; files have an end, which is known to whoever waited for it.
 */
public final class FinishedLoad {
  private final String bootstrapServers;
  private final Topics topics;
  private final SchemaIds ids;

  public FinishedLoad(String bootstrapServers, Topics topics, SchemaIds ids) {
    this.bootstrapServers = bootstrapServers;
    this.topics = topics;
    this.ids = ids;
  }

  /**
   * Returns when the broker has it.
   *
   * @param loads by source
   */
  public void tell(Map<String, LoadCounts> loads, Instant at) {
    String topic = topics.sourceStatus().name();
    try (KafkaProducer<String, SourceStatus> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""),
            new StringSerializer(),
            new FrameSerializer<>(ids))) {
      loads.forEach(
          (source, counts) ->
              producer.send(new ProducerRecord<>(topic, source + "|", status(source, counts, at))));
      producer.flush();
    }
  }

  private static SourceStatus status(String source, LoadCounts counts, Instant at) {
    return SourceStatus.newBuilder()
        .setSource(source)
        .setSlice("")
        .setState(SourceState.DONE)
        .setAt(at)
        .setLastSuccessAt(at)
        .setRead(counts.read())
        .setPublished(counts.published())
        .setKnown(counts.known())
        .setIgnored(counts.ignored())
        .setRejected(counts.rejected())
        .build();
  }
}
