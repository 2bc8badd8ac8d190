package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.demo.ChildDemo;
import org.kuroshio.standalone.endtoend.Kuroshio;

/**
 * A demo whose database and whose process are killed twice each. 40 seconds; ten minutes with
 * {@code -Dkuroshio.killed.seconds=600}.
 */
class KilledWarehouseIT {
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("kuroshio.killed.seconds", 40));
  private static final String RATE = System.getProperty("kuroshio.killed.rate", "200");

  @Test
  void shouldLoseAndDoubleNothingAndNeverShowHalfOfACut(@TempDir Path temp) throws Exception {
    // Given
    RunningWarehouse.usePlugins();
    Path data = temp.resolve("data");
    Duration quarter = LENGTH.dividedBy(4);
    try (WarehouseReader reader = new WarehouseReader()) {
      // When
      for (int i = 0; i < 2; i++) {
        try (ChildDemo demo = start(data, reader)) {
          run(demo, quarter);
          killDatabase(data);
          run(demo, quarter);
        }
      }
      try (ChildDemo demo = start(data, reader)) {
        run(demo, Duration.ofSeconds(5));
        assertThat(demo.terminate()).isZero();
      }

      // Then
      assertThat(reader.stop()).isEmpty();
      assertThat(reader.looks()).isGreaterThan(20);
    }
    Kuroshio kuroshio = new Kuroshio(data);
    Kuroshio.Result result = kuroshio.run("warehouse", "reconcile");
    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("0 missing, 0 unknown, 0 differing").endsWith("equal\n");
  }

  private static ChildDemo start(Path data, WarehouseReader reader) throws IOException {
    ChildDemo demo = ChildDemo.start(data, "--warehouse", "--rate", RATE);
    String line = demo.await(said -> said.startsWith("  warehouse "));
    reader.follow(line.replaceAll(".*(jdbc:[^,]*),.*", "$1"));
    return demo;
  }

  /** A line comes every five seconds. */
  private static void run(ChildDemo demo, Duration length) throws IOException {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      demo.await(line -> line.contains("simulated events"));
    }
  }

  private static void killDatabase(Path data) throws IOException {
    Path file = data.resolve("warehouse/postgresql/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }
}
