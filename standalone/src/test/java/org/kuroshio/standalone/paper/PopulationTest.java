package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.reference.Observation;

class PopulationTest {
  private static final Path REFERENCE = Path.of("../../shared/samples/reference");

  private final List<Observation> observations =
      LoadedSource.bundled("population-jp")
          .all(Observation.class)
          .map(fact -> (Observation) fact.entity())
          .toList();

  @Test
  void shouldAddUpToTheCountryInEveryCensus() {
    Map<String, BigDecimal> sums =
        observations.stream()
            .collect(
                Collectors.groupingBy(
                    Observation::getVintage,
                    TreeMap::new,
                    Collectors.reducing(BigDecimal.ZERO, Observation::getValue, BigDecimal::add)));

    assertThat(observations)
        .hasSize(6 * 47)
        .allMatch(seen -> seen.getReferenceDate().getLabel().endsWith("-10-01"));
    assertThat(sums.values().stream().map(BigDecimal::longValueExact))
        .containsExactly(125570246L, 126925843L, 127767994L, 128057352L, 127094745L, 126146099L);
  }

  @Test
  @Tag("real-samples")
  void shouldEqualThePublishedTable() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(REFERENCE));
    Map<String, String> codes = new HashMap<>();
    for (var row : read("jp_prefectures.csv")) {
      codes.put(row.get("name_ja"), row.get("iso_3166_2"));
    }
    Map<String, Long> published = new HashMap<>();
    for (var row : read("jp_population_by_prefecture.csv")) {
      String year = row.get("時間軸(調査年)").replace("年", "");
      if (Integer.parseInt(year) >= 1995) {
        published.put(codes.get(row.get("地域_時系列")) + " " + year, Long.parseLong(row.get("value")));
      }
    }

    assertThat(
            observations.stream()
                .collect(
                    Collectors.toMap(
                        seen ->
                            seen.getRegion() + " " + seen.getReferenceDate().getFrom().getYear(),
                        seen -> seen.getValue().longValueExact())))
        .isEqualTo(published);
  }

  private static List<Map<String, String>> read(String file) throws IOException {
    try (BufferedReader in =
        Files.newBufferedReader(REFERENCE.resolve(file), StandardCharsets.UTF_8)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .stream()
          .map(row -> row.toMap())
          .toList();
    }
  }
}
