package org.kuroshio.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.bench.work.Workload;

class FlinkIT {
  @TempDir Path directory;

  @Test
  void shouldEndInTheTablesOfTheBatchComputation() throws IOException {
    // Given
    Path bench = Path.of("..", "target").toAbsolutePath().normalize();
    String broker =
        bench.resolve("classes")
            + File.pathSeparator
            + Files.readString(bench.resolve("classpath"));
    Plan plan =
        new Plan(
            Workload.of(2_000),
            List.of(Contender.FLINK_DATASTREAM, Contender.FLINK_SQL, Contender.FLINK_SQL_ROCKSDB),
            List.of(2),
            1);

    // When
    List<Measured> measured;
    try (Lab lab =
        new Lab(new ClassPaths(broker, System.getProperty("java.class.path")), directory)) {
      measured = new Race(lab).run(plan);
    }

    // Then
    assertThat(measured).extracting(Measured::system).containsExactlyElementsOf(plan.systems());
    assertThat(measured)
        .extracting(Measured::hash)
        .allSatisfy(hash -> assertThat(hash).hasSize(16).isEqualTo(measured.get(0).hash()));
  }
}
