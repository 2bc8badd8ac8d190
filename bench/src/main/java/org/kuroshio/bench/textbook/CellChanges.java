package org.kuroshio.bench.textbook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.kuroshio.bench.cell.FactCells;
import org.kuroshio.bench.peer.EntityFacts;
import org.kuroshio.bench.peer.EventDecoder;

/** Forwards what a later version of an entity takes away and adds. */
final class CellChanges extends ContextualProcessor<String, byte[], String, Long> {
  private final String storeName;
  private final EventDecoder decoder;
  private final FactCells cells = new FactCells();
  private KeyValueStore<String, byte[]> entities;

  CellChanges(String input, String storeName) {
    this.decoder = new EventDecoder(input);
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<String, Long> context) {
    super.init(context);
    entities = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<String, byte[]> event) {
    String topic = context().recordMetadata().orElseThrow().topic();
    EntityFacts facts = decoder.read(topic, event.value());
    byte[] old = entities.get(event.key());
    if (old != null && ByteBuffer.wrap(old).getLong() >= facts.version()) {
      return;
    }
    entities.put(event.key(), bytes(facts));
    if (old != null) {
      send(facts(old), -1, event.timestamp());
    }
    send(facts.facts(), 1, event.timestamp());
  }

  private void send(List<String> facts, int sign, long timestamp) {
    for (String fact : facts) {
      for (FactCells.Share share : cells.of(fact)) {
        context().forward(new Record<>(share.key(), (long) sign * share.amount(), timestamp));
      }
    }
  }

  private static byte[] bytes(EntityFacts facts) {
    byte[] text = String.join("\n", facts.facts()).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + text.length).putLong(facts.version()).put(text).array();
  }

  private static List<String> facts(byte[] state) {
    String text = new String(state, Long.BYTES, state.length - Long.BYTES, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }
}
