package org.kuroshio.standalone.load;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.CutOffset;
import org.kuroshio.schemas.topic.Topics;

/**
 * Where the event topics ended at one moment.
 *
 * @param offsets behind the last record of each partition
 */
public record EventEnds(Map<TopicPartition, Long> offsets) {
  public EventEnds {
    offsets = Map.copyOf(offsets);
  }

  public static EventEnds now(Admin admin, Topics topics) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    topics
        .events()
        .forEach(
            topic -> {
              for (int partition = 0; partition < topic.partitions(); partition++) {
                asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
              }
            });
    return new EventEnds(
        Answer.of(admin.listOffsets(asked).all(), "list the ends of the event topics")
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset())));
  }

  /** Whether every event below these ends is in the cut. */
  boolean areIn(Cut cut) {
    Map<TopicPartition, Long> through =
        cut.getOffsets().stream()
            .collect(Collectors.toMap(EventEnds::partition, CutOffset::getOffset));
    return offsets.entrySet().stream()
        .allMatch(end -> through.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private static TopicPartition partition(CutOffset offset) {
    return new TopicPartition(offset.getTopic(), offset.getPartition());
  }
}
