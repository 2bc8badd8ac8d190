package org.kuroshio.serve.explanation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;

/** Fetches the few events that an answer names. As safe for many threads as its log. */
public final class EventReader {
  private final EventLog log;
  private final Map<String, Topic<? extends SpecificRecord>> topics = new HashMap<>();

  public EventReader(EventLog log, Topics topics) {
    this.log = log;
    topics.events().forEach(topic -> this.topics.put(topic.name(), topic));
  }

  /** What is known of the events at these places; forgotten ids are left out. */
  public Map<EventLog.Position, EntityEvent> read(Collection<EventLog.Position> wanted) {
    Map<EventLog.Position, EntityEvent> events = new HashMap<>();
    log.fetch(wanted)
        .forEach(
            (position, value) -> {
              String topic = position.source().topic();
              SpecificRecord envelope =
                  topics.get(topic).values().deserializer().deserialize(topic, value);
              events.put(position, EntityEvent.of(envelope));
            });
    return events;
  }
}
