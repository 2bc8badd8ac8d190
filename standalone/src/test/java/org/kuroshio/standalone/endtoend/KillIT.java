package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/** Law 5: killed at any moment and started again, a load ends as if nothing had happened. */
class KillIT {
  private static final long ROWS = 150_000;
  private static final int DAYS = 3;

  @TempDir Path temp;
  private RegisterFiles register;
  private Path input;
  private Kuroshio kuroshio;

  @BeforeEach
  void generate() throws IOException {
    input = Files.createDirectory(temp.resolve("register"));
    register = new RegisterFileGenerator(11).write(input, ROWS, DAYS);
    kuroshio = new Kuroshio(temp.resolve("data"));
  }

  @Test
  void shouldEndAsIfItHadNotBeenKilledAndNeverShowLess() throws Exception {
    // Given
    for (long published : new long[] {20_000, 90_000}) {
      try (ChildKuroshio child = start()) {
        child.awaitPublished(published);
        child.kill();
      }
    }

    // When
    Kuroshio.Result last = kuroshio.loaded("nta-diff", input);

    // Then
    assertThat(last.reported("records read")).isEqualTo(ROWS);
    assertThat(last.reported("already known")).isPositive();
    assertThat(last.reported("published") + last.reported("already known")).isEqualTo(ROWS);
    assertThat(created())
        .isEqualTo(register.created().values().stream().mapToLong(KillIT::total).sum());
    assertThat(historyOf("company.created|1||JP|TD||companies")).hasSizeGreaterThan(3).isSorted();
  }

  @Test
  void shouldStopWithinSecondsOnSigtermAndGoOnFromThere() throws Exception {
    // Given
    try (ChildKuroshio child = start()) {
      child.awaitPublished(30_000);

      // When
      Instant asked = Instant.now();
      int status = child.terminate();

      // Then
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
      assertThat(status).isEqualTo(128 + 15);
      assertThat(child.lastWords()).contains("kuroshio: stopped");
    }
    Kuroshio.Result rest = kuroshio.loaded("nta-diff", input);
    assertThat(rest.reported("already known")).isGreaterThanOrEqualTo(30_000);
    assertThat(created())
        .isEqualTo(register.created().values().stream().mapToLong(KillIT::total).sum());
  }

  private ChildKuroshio start() throws IOException {
    return ChildKuroshio.start(
        "load", "nta-diff", "--input", input.toString(), "--data", kuroshio.data().toString());
  }

  private long created() {
    return Long.parseLong(kuroshio.value("company.created", "JP", "TD", "JP"));
  }

  private static long total(Map<String, Long> byRegion) {
    return byRegion.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The values that committed readers saw, one after the other, over all runs. */
  private List<BigDecimal> historyOf(String cell) {
    List<BigDecimal> values = new ArrayList<>();
    try (DataDirectory directory = DataDirectory.openExisting(kuroshio.data(), "test");
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, failure -> {});
        TopicScan<SpecificRecord> history =
            TopicScan.of(
                broker.bootstrapServers(),
                Topics.of(new BundledIds()).indicatorHistory(),
                Pulse.STEADY)) {
      history.read(
          0,
          (key, value) -> {
            if (key.equals(cell) && !(value instanceof Cut)) {
              String number = ((IndicatorValue) value).getValue();
              values.add(number == null ? BigDecimal.ZERO : new BigDecimal(number));
            }
            return true;
          });
    }
    return values;
  }
}
