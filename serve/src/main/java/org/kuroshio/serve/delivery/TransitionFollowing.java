package org.kuroshio.serve.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.post.Outbox;
import org.kuroshio.serve.delivery.post.Post;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.ChannelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each transition of {@code innovation.alert-history} once or, after a crash, twice under the
 * same key. The offset is committed behind what was sent. Of several processes with a channel of
 * this name one has the topic's only partition, and another takes over when it dies.
 */
final class TransitionFollowing implements Channel.Following {
  private static final Logger LOG = LoggerFactory.getLogger(TransitionFollowing.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ChannelSettings settings;
  private final AlertTopics topics;
  private final Post post;
  private final Outbox outbox;
  private final DeliveryMeters meters;
  private final InstantSource clock;
  private long committed = -1;

  TransitionFollowing(
      ChannelSettings settings,
      AlertTopics topics,
      Post post,
      Outbox outbox,
      DeliveryMeters meters,
      InstantSource clock) {
    this.settings = settings;
    this.topics = topics;
    this.post = post;
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public KafkaConsumer<String, Alert> open() {
    outbox.clear();
    committed = -1;
    KafkaConsumer<String, Alert> consumer = topics.consumer(settings.name());
    consumer.subscribe(List.of(topics.history()), new Handover(consumer));
    return consumer;
  }

  @Override
  public void step(KafkaConsumer<String, Alert> consumer) {
    if (outbox.isFull()) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
    for (ConsumerRecord<String, Alert> record : consumer.poll(LOOK)) {
      if (record.value() != null && settings.selection().takes(record.value())) {
        outbox.add(record.value(), record.offset(), clock.instant());
      } else {
        outbox.pass(record.offset());
      }
    }
    send();
    commit(consumer);
    meters.waiting(outbox.size());
  }

  private void send() {
    Instant now = clock.instant();
    Outbox.Message message = outbox.due(now);
    if (message == null) {
      return;
    }
    int size = message.transitions().size();
    try {
      post.send(message.transitions());
      outbox.delivered(clock.instant());
      meters.delivered(size);
    } catch (UndeliveredException e) {
      meters.failed();
      if (outbox.failed(e, clock.instant())) {
        meters.givenUp(size);
        LOG.atError()
            .addKeyValue("channel", settings.name())
            .addKeyValue("transitions", size)
            .addKeyValue("first", message.transitions().get(0).getId())
            .setCause(e)
            .log("alerts were not delivered for so long that they are given up");
      } else {
        LOG.atWarn()
            .addKeyValue("channel", settings.name())
            .addKeyValue("reason", e.getMessage())
            .log("alerts were not delivered and will be sent again");
      }
    }
  }

  private void commit(KafkaConsumer<String, Alert> consumer) {
    long settled = outbox.settled();
    if (settled > committed && !consumer.assignment().isEmpty()) {
      consumer.commitSync(Map.of(topics.historyPartition(), new OffsetAndMetadata(settled)));
      committed = settled;
    }
  }

  @Override
  public void close() {
    post.close();
  }

  /** Fixes the place of a channel that is new, and drops what another process will deliver. */
  private final class Handover implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, Alert> consumer;

    Handover(KafkaConsumer<String, Alert> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      outbox.clear();
      committed = -1;
    }

    /**
     * A crash before the first message must not make a new channel begin later than it was made.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        long position = consumer.position(partition);
        outbox.pass(position - 1);
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(position)));
        committed = position;
      }
    }
  }
}
