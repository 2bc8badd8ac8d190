package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Four thousand real award documents against counts that were made without this program. */
@Tag("real-samples")
@EnabledIf("org.kuroshio.standalone.endtoend.Samples#exist")
class AwardsIT {
  private static final Path FILES = Samples.ROOT.resolve("nsf");

  @TempDir Path temp;

  @Test
  void shouldEqualTheAwardsAndDollarsOfEveryState() throws IOException {
    // Given
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));

    // When
    kuroshio.loaded("nsf-awards", FILES.resolve("awards-2017.tar.gz"));

    // Then
    Map<String, String> awards = values(kuroshio.rows("program.projects.awarded", "US", "TD"));
    Map<String, String> dollars = values(kuroshio.rows("program.funding.committed", "US", "TD"));
    assertThat(awards).containsEntry("US", "3994");
    for (Map<String, String> expected : expected()) {
      String region = expected.get("region");
      if (region.startsWith("US-")) {
        assertThat(awards.get(region)).as(region).isEqualTo(expected.get("awards"));
        assertThat(new BigDecimal(dollars.get(region)))
            .as(region)
            .isEqualByComparingTo(expected.get("award_amount_usd"));
      }
    }
    Map<String, String> world = values(kuroshio.rows("program.projects.awarded", "WORLD", "TD"));
    assertThat(world).containsKeys("CA-ZZ", "BM-ZZ");
    assertThat(new BigDecimal(world.get("CA-ZZ")).add(new BigDecimal(world.get("BM-ZZ"))))
        .isEqualByComparingTo("5");
    assertThat(world).containsEntry("WORLD", "3999");
  }

  private static Map<String, String> values(List<Map<String, String>> rows) {
    Map<String, String> values = new HashMap<>();
    rows.forEach(row -> values.put(row.get("region"), row.get("value")));
    return values;
  }

  private static List<Map<String, String>> expected() throws IOException {
    return Kuroshio.rows(Files.readString(FILES.resolve("expected-by-state.csv")));
  }
}
