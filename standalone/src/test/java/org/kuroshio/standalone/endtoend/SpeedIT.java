package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;

/**
 * A million rows of a register, from files to the table. What it costs is asserted always, against
 * what writing the same rows cost just before: machines differ by a factor of two, and so does one
 * from day to day. How long it takes is asserted only where the machine had time for it.
 */
class SpeedIT {
  private static final long ROWS = 1_000_000;
  private static final int DAYS = 10;
  private static final long LEAST_ROWS_PER_SECOND = 20_000;
  private static final long MOST_HEAP_LEFT_BYTES = 700L << 20;

  /** CPU time of the load in that of writing the rows with {@code String.format}; 15 are usual. */
  private static final double MOST_WRITINGS = 22;

  /** What writing the rows costs a machine that can be asked for the rate. */
  private static final Duration WRITING_OF_A_USUAL_MACHINE = Duration.ofMillis(5_500);

  /** Whoever is alone on two cores uses more of them. */
  private static final double CORES_OF_A_BUSY_MACHINE = 1.4;

  @TempDir Path temp;

  @Test
  void shouldLoadAMillionRowsAtTwentyThousandASecondInFlatMemory() throws IOException {
    // Given
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Path input = Files.createDirectory(temp.resolve("register"));
    long cpuBefore = system.getProcessCpuTime();
    RegisterFiles register = new RegisterFileGenerator(7).write(input, ROWS, DAYS);
    Duration writing = Duration.ofNanos(system.getProcessCpuTime() - cpuBefore);
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));

    // When
    cpuBefore = system.getProcessCpuTime();
    long before = System.nanoTime();
    Kuroshio.Result result = kuroshio.loaded("nta-diff", input);
    Duration cpu = Duration.ofNanos(system.getProcessCpuTime() - cpuBefore);
    Duration wall = Duration.ofNanos(System.nanoTime() - before);

    // Then
    assertThat(result.reported("published")).isEqualTo(ROWS);
    assertThat(kuroshio.value("company.created", "JP", "TD", "JP"))
        .isEqualTo(Long.toString(sum(register.created())));
    assertThat(kuroshio.value("company.terminated", "JP", "TD", "JP"))
        .isEqualTo(Long.toString(sum(register.terminated())));
    assertThat(heapLeft()).isLessThan(MOST_HEAP_LEFT_BYTES);
    assertThat((double) cpu.toMillis() / writing.toMillis())
        .as("a load of %s against a writing of %s", cpu, writing)
        .isLessThan(MOST_WRITINGS);
    long rowsPerSecond = rowsPerSecond(result);
    if (rowsPerSecond < LEAST_ROWS_PER_SECOND) {
      assumeThat(writing).as("the machine's speed").isLessThan(WRITING_OF_A_USUAL_MACHINE);
      assumeThat((double) cpu.toMillis() / wall.toMillis())
          .as("cores that the machine had for %d rows/s", rowsPerSecond)
          .isGreaterThan(CORES_OF_A_BUSY_MACHINE);
    }
    assertThat(rowsPerSecond).isGreaterThanOrEqualTo(LEAST_ROWS_PER_SECOND);
  }

  @Test
  void shouldAnswerFromAnExistingDirectoryInSeconds() throws Exception {
    // Given
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));
    kuroshio.loaded("nta-diff", Samples.EXAMPLES.resolve("nta-diff"));

    // When
    Duration quickest = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      try (ChildKuroshio table =
          ChildKuroshio.start(
              "table",
              "company.created",
              "--group",
              "JP",
              "--period",
              "TD",
              "--data",
              kuroshio.data().toString())) {
        assertThat(table.lastWords()).isEmpty();
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      quickest = taken.compareTo(quickest) < 0 ? taken : quickest;
    }

    // Then
    assertThat(quickest).isLessThan(Duration.ofSeconds(15));
  }

  private static long rowsPerSecond(Kuroshio.Result result) {
    Matcher rate = Pattern.compile("([\\d,]+) records/s").matcher(result.out());
    assertThat(rate.find()).isTrue();
    return Long.parseLong(rate.group(1).replace(",", ""));
  }

  /** Live after the load: the compact index of a million entities, and nothing per row read. */
  private static long heapLeft() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static long sum(Map<?, Map<String, Long>> byDay) {
    return byDay.values().stream()
        .flatMap(byRegion -> byRegion.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
