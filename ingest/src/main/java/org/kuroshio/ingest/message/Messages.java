package org.kuroshio.ingest.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.engine.ReadPosition;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.mapping.MappedEvent;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.frame.FrameSerializer;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;

/** Frames what a step publishes. Safe for many threads. */
public final class Messages {
  private final FrameSerializer<SpecificRecord> frames;
  private final Map<EventStream, String> topics = new EnumMap<>(EventStream.class);
  private final String rejected;
  private final String sourceStatus;

  /**
   * @param topicPrefix in front of every topic's name; may be empty
   */
  public Messages(SchemaIds ids, String topicPrefix) {
    this.frames = new FrameSerializer<>(ids);
    Topics all = Topics.of(ids, TopicSettings.DEFAULT.withPrefix(topicPrefix));
    for (EventStream stream : EventStream.values()) {
      topics.put(stream, stream.topic(all).name());
    }
    this.rejected = all.rejected().name();
    this.sourceStatus = all.sourceStatus().name();
  }

  /**
   * At least one message. Only the last one carries the position behind the step: when the others
   * are published and it is not, the record is read again.
   */
  public List<Message> of(Step step) {
    List<Message> messages = new ArrayList<>(step.events().size() + 1);
    step.rejection().ifPresent(rejection -> messages.add(rejection(rejection, step)));
    int left = step.events().size();
    for (MappedEvent event : step.events()) {
      left--;
      messages.add(event(event, left == 0 ? step : null, step));
    }
    return messages;
  }

  /** How a source is doing. */
  public Message status(SourceStatus status) {
    return new Message(
        sourceStatus,
        status.getSource() + "|" + status.getSlice(),
        frames.serialize(sourceStatus, status),
        status.getAt().toEpochMilli(),
        ReadPosition.START);
  }

  private Message event(MappedEvent event, Step last, Step step) {
    String topic = topics.get(event.stream());
    return new Message(
        topic,
        event.key(),
        event.envelope().map(envelope -> frames.serialize(topic, envelope)).orElse(null),
        // Kafka refuses times before 1970; the event itself keeps its own
        Math.max(0, event.publishedAt().toEpochMilli()),
        last == null ? step.before() : step.after());
  }

  private Message rejection(Rejection rejection, Step step) {
    String key =
        String.join("|", rejection.getSource(), rejection.getUri(), rejection.getPosition());
    return new Message(
        rejected,
        key,
        frames.serialize(rejected, rejection),
        rejection.getAt().toEpochMilli(),
        step.after());
  }
}
