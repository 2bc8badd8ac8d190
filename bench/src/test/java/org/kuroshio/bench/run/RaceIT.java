package org.kuroshio.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.bench.work.Workload;

class RaceIT {
  @TempDir Path directory;

  @Test
  void shouldEndInTheTablesOfTheBatchComputation() {
    // Given
    String ours = System.getProperty("java.class.path");
    Plan plan =
        new Plan(
            Workload.of(2_000),
            List.of(Contender.KUROSHIO, Contender.TEXTBOOK, Contender.LIMIT),
            List.of(2),
            1);

    // When
    List<Measured> measured;
    try (Lab lab = new Lab(new ClassPaths(ours, ""), directory)) {
      measured = new Race(lab).run(plan);
    }

    // Then
    assertThat(measured).extracting(Measured::system).containsExactlyElementsOf(plan.systems());
    assertThat(measured.get(0).hash()).hasSize(16).isEqualTo(measured.get(1).hash());
    assertThat(measured.get(0).writtenBytesPerEvent()).isPositive();
    assertThat(new Report(measured).text())
        .contains("ratio textbook ", "ratio limit ", "hash kuroshio " + measured.get(0).hash());
  }
}
