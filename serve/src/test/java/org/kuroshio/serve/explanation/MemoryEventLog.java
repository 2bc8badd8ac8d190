package org.kuroshio.serve.explanation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;

/** Events by partition, placed as Kafka places them. */
public final class MemoryEventLog implements EventLog {
  private record Stored(byte[] key, byte[] value) {}

  private final Topics topics;
  private final Map<Source, List<Stored>> partitions = new HashMap<>();
  private final Set<Source> read = new HashSet<>();

  public MemoryEventLog(Topics topics) {
    this.topics = topics;
    for (Topic<?> topic : topics.events()) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        partitions.put(new Source(topic.name(), partition), new ArrayList<>());
      }
    }
  }

  public MemoryEventLog with(SpecificRecord... events) {
    for (SpecificRecord event : events) {
      String id = event.get(event.getSchema().getField("entityId").pos()).toString();
      add(topic(event), id, Fixtures.bytes(event));
    }
    return this;
  }

  /** A Kafka null value. */
  public MemoryEventLog forgetting(Topic<?> topic, String id) {
    add(topic, id, null);
    return this;
  }

  /** Puts an event where its key does not belong. */
  void misplace(SpecificRecord event) {
    String id = event.get(event.getSchema().getField("entityId").pos()).toString();
    Topic<?> topic = topic(event);
    int wrong = (partition(topic, id) + 1) % topic.partitions();
    partitions
        .get(new Source(topic.name(), wrong))
        .add(new Stored(id.getBytes(StandardCharsets.UTF_8), Fixtures.bytes(event)));
  }

  /** Behind everything that is there now. */
  public EventOffsets end() {
    Map<Source, Long> ends = new HashMap<>();
    partitions.forEach((source, events) -> ends.put(source, (long) events.size()));
    return new EventOffsets(ends);
  }

  /** The partitions that were read so far. */
  Set<Source> partitionsRead() {
    return Set.copyOf(read);
  }

  @Override
  public void read(Source source, long from, long to, Taker taker) {
    read.add(source);
    List<Stored> events = partitions.get(source);
    for (long offset = from; offset < to; offset++) {
      Stored event = events.get(Math.toIntExact(offset));
      taker.event(event.key(), event.value(), offset);
    }
  }

  @Override
  public Map<Position, byte[]> fetch(Collection<Position> wanted) {
    Map<Position, byte[]> found = new HashMap<>();
    for (Position position : wanted) {
      byte[] value =
          partitions.get(position.source()).get(Math.toIntExact(position.offset())).value();
      if (value != null) {
        found.put(position, value);
      }
    }
    return found;
  }

  private void add(Topic<?> topic, String id, byte[] value) {
    partitions
        .get(new Source(topic.name(), partition(topic, id)))
        .add(new Stored(id.getBytes(StandardCharsets.UTF_8), value));
  }

  private static int partition(Topic<?> topic, String id) {
    return Utils.toPositive(Utils.murmur2(Utils.utf8(id))) % topic.partitions();
  }

  private Topic<?> topic(SpecificRecord event) {
    return topics.events().stream()
        .filter(topic -> topic.valueTypes().get(0).isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}
