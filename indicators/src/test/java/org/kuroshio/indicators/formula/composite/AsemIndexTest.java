package org.kuroshio.indicators.formula.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Direction;

/**
 * A published index of 51 countries and 49 indicators on three levels, calculated by another
 * program.
 */
@Tag("real-samples")
class AsemIndexTest {

  private static final Path COINR = Path.of("../../shared/samples/coinr");
  private static final Percentage A_BILLIONTH = Percentage.withPercentage(1e-7);

  @BeforeEach
  void samplesAreThere() {
    Assumptions.assumeTrue(Files.isDirectory(COINR), "no samples at " + COINR);
  }

  @Test
  void shouldGiveThePublishedScoresAndRanks() throws IOException {
    CompositeSpec spec = spec();

    CompositeResult result = Composite.evaluate(spec, values(spec));

    assertThat(spec.members()).hasSize(49);
    assertThat(result.index()).hasSize(51);
    assertThat(compared(result, "stage5_Normalised.csv")).isEqualTo(49 * 51);
    assertThat(compared(result, "stage6_Aggregated.csv")).isEqualTo((49 + 11) * 51);
    for (Map<String, String> row : rows("result_AggregatesRank.csv")) {
      result
          .ranks()
          .forEach(
              (level, ranks) ->
                  assertThat(ranks.get(row.get("UnitCode")))
                      .as("%s of %s", level, row.get("UnitName"))
                      .isEqualTo(Rational.parse(row.get(level))));
    }
  }

  @Test
  void shouldFindARankRangeAroundEachPublishedRank() throws IOException {
    CompositeSpec spec = spec();
    CompositeResult result = Composite.evaluate(spec, values(spec));

    Map<String, RankRange> ranges = Sensitivity.of(result);

    assertThat(ranges).hasSize(51);
    assertThat(ranges.get("CHE")).isEqualTo(RankRange.of(Rational.ONE));
    result
        .indexRanks()
        .forEach(
            (country, rank) ->
                assertThat(rank)
                    .isBetween(ranges.get(country).best(), ranges.get(country).worst()));
    assertThat(ranges.values()).anyMatch(range -> !range.best().equals(range.worst()));
  }

  /**
   * The publisher ranks the scores that it prints, with two decimals: Luxembourg and Portugal share
   * a third place.
   */
  private static CompositeSpec spec() throws IOException {
    return new CompositeSpec(
        index(), new Normalisation.MinMax(0, 100), CompositeSpec.USUAL_COVERAGE, OptionalInt.of(2));
  }

  /** The tree of the metadata: each indicator names its ancestors, each aggregate its weight. */
  private static Level index() throws IOException {
    Map<String, Rational> weights = new LinkedHashMap<>();
    for (Map<String, String> row : rows("meta_AggMeta.csv")) {
      weights.put(row.get("Code"), Rational.parse(row.get("Weight")));
    }
    Map<String, List<Component>> parts = new LinkedHashMap<>();
    Map<String, String> parents = new LinkedHashMap<>();
    for (Map<String, String> row : rows("meta_IndMeta.csv")) {
      Direction direction =
          row.get("Direction").startsWith("-") ? Direction.LOWEST_FIRST : Direction.HIGHEST_FIRST;
      parts
          .computeIfAbsent(row.get("Agg1"), pillar -> new ArrayList<>())
          .add(
              new Member(
                  row.get("IndCode"),
                  Rational.parse(row.get("IndWeight")),
                  direction,
                  Transform.NONE));
      parents.put(row.get("Agg1"), row.get("Agg2"));
      parents.put(row.get("Agg2"), row.get("Agg3"));
    }
    return level(
        parents.values().stream().filter(id -> !parents.containsKey(id)).findFirst().orElseThrow(),
        weights,
        parts,
        parents);
  }

  private static Level level(
      String id,
      Map<String, Rational> weights,
      Map<String, List<Component>> members,
      Map<String, String> parents) {
    List<Component> parts = new ArrayList<>(members.getOrDefault(id, List.of()));
    parents.forEach(
        (child, parent) -> {
          if (parent.equals(id)) {
            parts.add(level(child, weights, members, parents));
          }
        });
    return new Level(id, weights.get(id), Aggregation.ARITHMETIC, parts);
  }

  private static Map<String, Map<String, OptionalDouble>> values(CompositeSpec spec)
      throws IOException {
    Map<String, Map<String, OptionalDouble>> values = new LinkedHashMap<>();
    for (Map<String, String> row : rows("stage4_Treated.csv")) {
      for (Member member : spec.members()) {
        values
            .computeIfAbsent(member.id(), id -> new LinkedHashMap<>())
            .put(row.get("UnitCode"), number(row.get(member.id())));
      }
    }
    return values;
  }

  private static int compared(CompositeResult result, String file) throws IOException {
    int compared = 0;
    for (Map<String, String> row : rows(file)) {
      for (Map.Entry<String, ? extends Map<String, Score>> part : result.scores().entrySet()) {
        if (row.containsKey(part.getKey())) {
          double expected = number(row.get(part.getKey())).orElseThrow();
          assertThat(part.getValue().get(row.get("UnitCode")).number().orElseThrow())
              .as("%s of %s", part.getKey(), row.get("UnitName"))
              .isCloseTo(expected, A_BILLIONTH);
          compared++;
        }
      }
    }
    return compared;
  }

  private static OptionalDouble number(String cell) {
    return cell.isEmpty() || cell.equals("NA")
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(cell));
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(COINR.resolve(file));
    List<String> header = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Cells of one line; a quoted one may hold commas. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
