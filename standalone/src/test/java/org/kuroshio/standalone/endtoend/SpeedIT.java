package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
 * A million rows of a register, from files to the table. Says nothing on a machine that is busy
 * with other things.
 */
class SpeedIT {
  private static final long ROWS = 1_000_000;
  private static final int DAYS = 10;
  private static final long LEAST_ROWS_PER_SECOND = 20_000;
  private static final long MOST_HEAP_AFTER_COLLECTION_BYTES = 700L << 20;

  @TempDir Path temp;

  @Test
  void shouldLoadAMillionRowsAtTwentyThousandASecondInFlatMemory() throws IOException {
    // Given
    assumeThat(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
        .as("load of the machine before the test")
        .isLessThan(1.5 * Runtime.getRuntime().availableProcessors());
    Path input = Files.createDirectory(temp.resolve("register"));
    RegisterFiles register = new RegisterFileGenerator(7).write(input, ROWS, DAYS);
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));

    // When
    Kuroshio.Result result = kuroshio.loaded("nta-diff", input);

    // Then
    assertThat(result.reported("published")).isEqualTo(ROWS);
    assertThat(kuroshio.value("company.created", "JP", "TD", "JP"))
        .isEqualTo(Long.toString(sum(register.created())));
    assertThat(kuroshio.value("company.terminated", "JP", "TD", "JP"))
        .isEqualTo(Long.toString(sum(register.terminated())));
    assertThat(heapAfterCollection()).isLessThan(MOST_HEAP_AFTER_COLLECTION_BYTES);
    assertThat(rowsPerSecond(result)).isGreaterThanOrEqualTo(LEAST_ROWS_PER_SECOND);
  }

  @Test
  void shouldAnswerFromAnExistingDirectoryInSeconds() throws IOException {
    // Given
    assumeThat(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
        .isLessThan(1.5 * Runtime.getRuntime().availableProcessors());
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));
    kuroshio.loaded("nta-diff", Samples.EXAMPLES.resolve("nta-diff"));

    // When
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
      table.lastWords();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  private static long rowsPerSecond(Kuroshio.Result result) {
    Matcher rate = Pattern.compile("([\\d,]+) records/s").matcher(result.out());
    assertThat(rate.find()).isTrue();
    return Long.parseLong(rate.group(1).replace(",", ""));
  }

  /** The most that was ever left after a collection is not known; what is left now is. */
  private static long heapAfterCollection() {
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
