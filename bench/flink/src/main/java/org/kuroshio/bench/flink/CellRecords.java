package org.kuroshio.bench.flink;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes cells: the key as text, the amount in digits. */
final class CellRecords implements KafkaRecordSerializationSchema<Tuple2<String, Long>> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  CellRecords(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Tuple2<String, Long> cell, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(
        topic,
        cell.f0.getBytes(StandardCharsets.UTF_8),
        Long.toString(cell.f1).getBytes(StandardCharsets.UTF_8));
  }
}
