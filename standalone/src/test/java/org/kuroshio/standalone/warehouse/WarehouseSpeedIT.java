package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.standalone.broker.DataDirectory;

/**
 * How long a first fill takes, and how soon a cut of some cells is visible; only when asked:
 *
 * <pre>-Dkuroshio.warehouse.cells=1000000</pre>
 */
@EnabledIfSystemProperty(named = "kuroshio.warehouse.cells", matches = "\\d+")
class WarehouseSpeedIT {
  private static final int CUTS = 100;
  private static final int CHANGED = 1000;

  @Test
  void shouldSayHowFastItIs(@TempDir Path temp) throws Exception {
    int cells = Integer.getInteger("kuroshio.warehouse.cells");
    Path data = temp.resolve("data");
    DataDirectory.openOrCreate(data, "test").close();
    try (RunningWarehouse warehouse = RunningWarehouse.idle(data)) {
      try (Admin admin = Cluster.open(warehouse.session().bootstrapServers()).admin()) {
        new TopicCheck(admin).ensure(warehouse.topics());
      }
      publish(warehouse, cells, 1, cells);
      Instant start = Instant.now();
      warehouse.start();
      Awaitility.await()
          .atMost(Duration.ofMinutes(20))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> warehouse.status().isUpToDate());
      System.out.printf(
          "first fill of %,d cells: %.1f s, database and sink started in it%n",
          cells, Duration.between(start, Instant.now()).toMillis() / 1000.0);

      for (int cut = 2; cut < 2 + CUTS; cut++) {
        publish(warehouse, CHANGED, cut, cells);
        warehouse.awaitUpToDate();
      }
      System.out.println(
          "cut of %d cells published to visible, p50, p90, p99, longest, in ms: %s"
              .formatted(
                  CHANGED,
                  warehouse.rows(
                      "SELECT percentile_cont(ARRAY[0.5, 0.9, 0.99, 1]) WITHIN GROUP (ORDER BY"
                          + " extract(epoch FROM shown_at - published_at) * 1000) FROM kuroshio.cuts"
                          + " WHERE sequence > 1")));
      assertThat(warehouse.compare().isEqual()).isTrue();
    }
  }

  private static void publish(RunningWarehouse warehouse, int changed, long sequence, long cells) {
    String topic = warehouse.topics().indicators().name();
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                warehouse.session().bootstrapServers(),
                "compression.type",
                "lz4",
                "linger.ms",
                "5"),
            new StringSerializer(),
            warehouse.topics().indicators().values().serializer())) {
      for (int i = 0; i < changed; i++) {
        String key = "venture.stock|1||JP-13|2021-%02d|part=%d|ventures".formatted(1 + i % 12, i);
        producer.send(new ProducerRecord<>(topic, key, cell(i, sequence)));
      }
      Cut cut =
          Cut.newBuilder()
              .setCut("%016x".formatted(sequence))
              .setSequence(sequence)
              .setAsOf(LocalDate.parse("2021-12-31"))
              .setAt(Instant.now())
              .setOffsets(List.of())
              .setCount(changed)
              .setCells(cells)
              .build();
      producer.send(new ProducerRecord<>(topic, "cut", cut));
    }
  }

  private static IndicatorValue cell(int i, long sequence) {
    return IndicatorValue.newBuilder()
        .setIndicator("venture.stock")
        .setVersion(1)
        .setGroup("")
        .setRegion("JP-13")
        .setPeriod("2021-%02d".formatted(1 + i % 12))
        .setBreakdown("part=" + i)
        .setUnit("ventures")
        .setValue(String.valueOf(i + sequence))
        .setExact(String.valueOf(i + sequence))
        .setStatus(Status.NORMAL)
        .setCut("%016x".formatted(sequence))
        .setUpdatedAt(Instant.parse("2021-12-31T00:00:00Z"))
        .build();
  }
}
