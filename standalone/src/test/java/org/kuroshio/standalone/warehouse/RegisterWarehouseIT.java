package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.endtoend.Kuroshio;

/** Real days of the company register in PostgreSQL. */
@Tag("real-samples")
@EnabledIf("samplesExist")
class RegisterWarehouseIT {
  private static final Path FILES = Path.of("../../shared/samples/nta-diff");

  static boolean samplesExist() {
    return Files.isDirectory(FILES);
  }

  @Test
  void shouldHoldEveryCellOfRealDays(@TempDir Path temp) {
    RunningWarehouse.usePlugins();
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));
    kuroshio.loaded("nta-diff", FILES);
    Kuroshio.Result result = kuroshio.run("warehouse", "reconcile");
    assertThat(result.out())
        .as(result.out() + result.err())
        .contains("0 missing, 0 unknown, 0 differing")
        .endsWith("equal\n");
  }
}
