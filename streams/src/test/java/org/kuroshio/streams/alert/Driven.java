package org.kuroshio.streams.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.topic.Topic;

/** A topology under test, and a clock that it and the driver share. */
public final class Driven implements AutoCloseable {
  /** Of every topology under test. */
  public static final Duration TICK = Duration.ofMillis(200);

  private final TopologyTestDriver driver;
  private final TickingClock clock;

  public Driven(Topology topology, Path directory, TickingClock clock) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    this.driver = new TopologyTestDriver(topology, settings);
    this.clock = clock;
  }

  /** Sends a framed record. */
  public void send(Topic<?> topic, String key, SpecificRecord value) {
    TestInputTopic<String, byte[]> input =
        driver.createInputTopic(
            topic.name(),
            new StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer());
    input.pipeInput(key, value == null ? null : Fixtures.bytes(value));
  }

  /** Time goes by, and the topology's ticks with it. */
  public void pass(Duration time) {
    clock.advance(time);
    driver.advanceWallClockTime(TICK);
  }

  public <V> TestOutputTopic<String, V> output(Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), topic.values().deserializer());
  }

  /** As {@code milestone.overdue+} or {@code milestone.overdue-EXPIRED}. */
  public static List<String> said(List<AlertCondition> conditions) {
    return conditions.stream()
        .map(c -> c.getRule() + (c.getRaised() ? "+" : "-" + c.getReason()))
        .toList();
  }

  /** As {@code 1.2 RESOLVED}. */
  public static List<String> transitions(List<Alert> alerts) {
    return alerts.stream()
        .map(a -> "%d.%d %s".formatted(a.getEpisode(), a.getNumber(), a.getTransition()))
        .toList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
