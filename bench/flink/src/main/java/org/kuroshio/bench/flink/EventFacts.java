package org.kuroshio.bench.flink;

import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.BasicArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.kuroshio.bench.peer.EntityFacts;
import org.kuroshio.bench.peer.EventDecoder;

/** Decodes framed events in the source: entity, version, facts. */
final class EventFacts implements KafkaRecordDeserializationSchema<Tuple3<String, Long, String[]>> {
  private static final long serialVersionUID = 1L;

  private final String input;
  private transient EventDecoder decoder;

  EventFacts(String input) {
    this.input = input;
  }

  @Override
  public void open(InitializationContext context) {
    decoder = new EventDecoder(input);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<Tuple3<String, Long, String[]>> out) {
    EntityFacts event = decoder.read(record.topic(), record.value());
    out.collect(Tuple3.of(event.entityId(), event.version(), event.facts().toArray(new String[0])));
  }

  @Override
  public TypeInformation<Tuple3<String, Long, String[]>> getProducedType() {
    return Types.TUPLE(Types.STRING, Types.LONG, BasicArrayTypeInfo.STRING_ARRAY_TYPE_INFO);
  }
}
