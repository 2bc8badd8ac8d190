package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Real answers of a patent service: fractions of patents must add up to patents, exactly. */
@Tag("real-samples")
@EnabledIf("org.kuroshio.standalone.endtoend.Samples#exist")
class GrantsIT {
  private static final Path FILES = Samples.ROOT.resolve("patentsview");

  @TempDir Path temp;

  @Test
  void shouldAddUpFractionsToTheNumberOfDatedPatents() throws IOException {
    // Given
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));

    // When
    kuroshio.load("patentsview", FILES);

    // Then
    List<Map<String, String>> rows = kuroshio.rows("patent.fractional", "WORLD", "TD");
    String total = rows.get(rows.size() - 1).get("exact");
    assertThat(total).isEqualTo(Integer.toString(datedPatents().size()));
    assertThat(sum(rows.subList(0, rows.size() - 1))).isEqualTo(total);
  }

  private static Set<String> datedPatents() throws IOException {
    Set<String> dated = new HashSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(FILES)) {
      files = all.toList();
    }
    Set<String> inSideFile = new HashSet<>();
    Kuroshio.rows(Files.readString(FILES.resolve("patent-dates-derived.csv")).replaceAll("\r", ""))
        .forEach(row -> inSideFile.add(row.get("patent_id")));
    for (Path file : files) {
      if (file.toString().endsWith(".json")) {
        for (JsonNode patent : new ObjectMapper().readTree(file.toFile()).path("patents")) {
          String id = patent.path("patent_id").asText();
          if (patent.hasNonNull("patent_date") || inSideFile.contains(id)) {
            dated.add(id);
          }
        }
      }
    }
    return dated;
  }

  /** The sum of fractions as a fraction in lowest terms, or a whole number. */
  private static String sum(List<Map<String, String>> rows) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (Map<String, String> row : rows) {
      if (!row.get("exact").isEmpty()) {
        String[] parts = (row.get("exact") + "/1").split("/", -1);
        BigInteger n = new BigInteger(parts[0]);
        BigInteger d = new BigInteger(parts[1]);
        numerator = numerator.multiply(d).add(n.multiply(denominator));
        denominator = denominator.multiply(d);
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
      }
    }
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
