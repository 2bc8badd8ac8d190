package org.kuroshio.indicators.formula.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Direction;

class CompositeTest {

  private static final Normalisation PER_CENT = new Normalisation.MinMax(0, 100);

  @Test
  void shouldWeightMembersOverLevels() {
    CompositeSpec spec =
        new CompositeSpec(
            index(
                level(
                    "element",
                    3,
                    Aggregation.ARITHMETIC,
                    member("patents", 2),
                    member("projects", 1)),
                level(
                    "environment", 1, Aggregation.GEOMETRIC, member("ventures", 1), worse("debt"))),
            PER_CENT);

    CompositeResult result =
        Composite.evaluate(
            spec,
            Map.of(
                "patents", values(0, 50, 100),
                "projects", values(10, 10, 20),
                "ventures", values(1, 5, 2),
                "debt", values(7, 9, 8)));

    assertThat(numbers(result, "patents")).containsExactly(0, 50, 100);
    assertThat(numbers(result, "debt")).containsExactly(100, 0, 50);
    assertThat(numbers(result, "element")).containsExactly(0, 100 / 3.0, 100);
    assertThat(numbers(result, "environment")[2]).isCloseTo(Math.sqrt(25 * 50), within(1e-12));
    assertThat(numbers(result, "index")[1]).isCloseTo(25, within(1e-12));
    assertThat(result.indexRanks())
        .containsExactly(
            Map.entry("C", Rational.ONE),
            Map.entry("B", Rational.of(2)),
            Map.entry("A", Rational.of(3)));
    assertThat(result.scales()).containsEntry("ventures", new Scale(1, 5, 3));
  }

  @Test
  void shouldLeaveOutWhatIsMissingAsLongAsThreeQuartersAreThere() {
    CompositeSpec spec =
        new CompositeSpec(
            index(member("a", 1), member("b", 1), member("c", 1), member("d", 1)), PER_CENT);
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble ten = OptionalDouble.of(10);

    CompositeResult result =
        Composite.evaluate(
            spec,
            Map.of(
                "a", values(0, 5, 10),
                "b", Map.of("A", OptionalDouble.of(0), "B", none, "C", ten),
                "c", Map.of("A", OptionalDouble.of(0), "C", ten),
                "d", Map.of("A", none, "B", OptionalDouble.of(5), "C", ten)));

    assertThat(result.index().get("A")).isEqualTo(new Score.Value(0));
    assertThat(result.index().get("B"))
        .isEqualTo(new Score.Missing(Score.Reason.LOW_COVERAGE, List.of("b", "c")));
    assertThat(result.scores().get("c").get("B"))
        .isEqualTo(new Score.Missing(Score.Reason.NO_VALUE, List.of("c")));
    assertThat(result.indexRanks()).containsOnlyKeys("A", "C");
    assertThat(result.scales().get("d").regions()).isEqualTo(2);
  }

  @Test
  void shouldSayWhyAMemberCannotBeCompared() {
    CompositeSpec spec =
        new CompositeSpec(
            index(
                new Member("root", Rational.ONE, Direction.HIGHEST_FIRST, Transform.SQRT),
                member("flat", 1)),
            PER_CENT,
            Rational.of(1, 2));

    CompositeResult result =
        Composite.evaluate(spec, Map.of("root", values(-1, 4, 16), "flat", values(3, 3, 3)));

    assertThat(result.scores().get("root").get("A"))
        .isEqualTo(new Score.Missing(Score.Reason.NO_ROOT, List.of("root")));
    assertThat(result.scores().get("flat").get("B"))
        .isEqualTo(new Score.Missing(Score.Reason.NO_VARIATION, List.of("flat")));
    assertThat(result.index().get("C")).isEqualTo(new Score.Value(100));
    assertThat(result.index().get("A").number()).isEmpty();
  }

  @Test
  void shouldNormaliseByDistanceAndByPlace() {
    double[] values = {2, 4, 4, 4, 5, 5, 7, 9};

    assertThat(new Normalisation.ZScore().scores(values, Direction.HIGHEST_FIRST))
        .containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
    assertThat(new Normalisation.Rank(0, 7).scores(values, Direction.HIGHEST_FIRST))
        .containsExactly(0, 2, 2, 2, 4.5, 4.5, 6, 7);
    assertThat(new Normalisation.Rank(0, 7).scores(values, Direction.LOWEST_FIRST))
        .containsExactly(7, 5, 5, 5, 2.5, 2.5, 1, 0);
  }

  @Property
  void shouldNotDependOnUnitsOrOnTheScaleOfWeights(
      @ForAll @Size(8) List<@DoubleRange(min = -1000, max = 1000) Double> a,
      @ForAll @Size(8) List<@DoubleRange(min = -1000, max = 1000) Double> b,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
      @ForAll @DoubleRange(min = -100, max = 100) double shift) {
    List<Double> converted = b.stream().map(value -> value * factor + shift).toList();

    double[] expected = indexOf(a, b, 1, 2);
    double[] inOtherUnits = indexOf(a, converted, 3, 6);

    assertThat(inOtherUnits).hasSameSizeAs(expected);
    if (a.stream().distinct().count() > 4 && spread(b) > 1) {
      assertThat(inOtherUnits).usingComparatorWithPrecision(1e-6).containsExactly(expected);
    }
  }

  @Test
  void shouldReportHowFarRanksDependOnTheChoicesMade() {
    CompositeSpec spec =
        new CompositeSpec(index(member("a", 1), member("b", 1)), PER_CENT, Rational.of(1, 2));
    CompositeResult result =
        Composite.evaluate(spec, Map.of("a", values(0, 60, 100), "b", values(0, 100, 50)));

    SortedMap<String, RankRange> ranges = Sensitivity.of(result);

    assertThat(ranges.get("A")).isEqualTo(RankRange.of(Rational.of(3)));
    assertThat(ranges.get("B"))
        .isEqualTo(new RankRange(Rational.ONE, "as defined", Rational.of(2), "without b", 0));
    assertThat(ranges.get("C"))
        .isEqualTo(new RankRange(Rational.ONE, "without b", Rational.of(2), "as defined", 0));
    assertThat(Sensitivity.of(result)).isEqualTo(ranges);
  }

  @Test
  void shouldCountVariantsInWhichTooLittleIsLeft() {
    CompositeSpec spec =
        new CompositeSpec(index(member("a", 1), member("b", 1)), PER_CENT, Rational.of(1, 2));
    CompositeResult result =
        Composite.evaluate(
            spec,
            Map.of(
                "a",
                values(0, 60, 100),
                "b",
                Map.of("A", OptionalDouble.of(1), "B", OptionalDouble.of(2))));

    // without a; and where a weighs three parts against four of b, or b five against four
    assertThat(Sensitivity.of(result).get("C").undefinedIn()).isEqualTo(3);
  }

  @Test
  void shouldRefuseSpecsAndValuesThatMeanNothing() {
    assertThatThrownBy(() -> member("a", 0)).hasMessageContaining("weight of 'a'");
    assertThatThrownBy(() -> new CompositeSpec(index(member("a", 1), member("a", 1)), PER_CENT))
        .hasMessageContaining("'a' stands twice");
    assertThatThrownBy(() -> level("empty", 1, Aggregation.ARITHMETIC))
        .hasMessageContaining("'empty' has no parts");
    assertThatThrownBy(
            () ->
                new CompositeSpec(
                    level("g", 1, Aggregation.GEOMETRIC, member("a", 1)),
                    new Normalisation.ZScore()))
        .hasMessageContaining("geometric");
    assertThatThrownBy(() -> new Normalisation.MinMax(1, 1)).hasMessageContaining("1.0 to 1.0");
    CompositeSpec spec = new CompositeSpec(index(member("a", 1)), PER_CENT);
    assertThatThrownBy(() -> Composite.evaluate(spec, Map.of("b", values(1, 2, 3))))
        .hasMessageContaining("[a]")
        .hasMessageContaining("[b]");
    assertThatThrownBy(() -> Composite.evaluate(spec, Map.of("a", values(1, 2, Double.NaN))))
        .hasMessageContaining("'a' in C is NaN");
  }

  private static double[] indexOf(List<Double> a, List<Double> b, int weightA, int weightB) {
    CompositeSpec spec =
        new CompositeSpec(
            index(member("a", weightA), member("b", weightB)), PER_CENT, Rational.of(1, 100));
    Map<String, Map<String, OptionalDouble>> values = new TreeMap<>();
    values.put("a", byPlace(a));
    values.put("b", byPlace(b));
    return Composite.evaluate(spec, values).index().values().stream()
        .mapToDouble(score -> score.number().orElse(-1))
        .toArray();
  }

  private static Map<String, OptionalDouble> byPlace(List<Double> values) {
    Map<String, OptionalDouble> byRegion = new TreeMap<>();
    values.forEach(
        value -> byRegion.put("R" + (char) ('A' + byRegion.size()), OptionalDouble.of(value)));
    return byRegion;
  }

  private static double spread(List<Double> values) {
    return values.stream().max(Double::compare).orElseThrow()
        - values.stream().min(Double::compare).orElseThrow();
  }

  private static Level index(Component... parts) {
    return level("index", 1, Aggregation.ARITHMETIC, parts);
  }

  private static Level level(String id, int weight, Aggregation aggregation, Component... parts) {
    return new Level(id, Rational.of(weight), aggregation, List.of(parts));
  }

  private static Member member(String id, int weight) {
    return new Member(id, Rational.of(weight), Direction.HIGHEST_FIRST, Transform.NONE);
  }

  private static Member worse(String id) {
    return new Member(id, Rational.ONE, Direction.LOWEST_FIRST, Transform.NONE);
  }

  private static Map<String, OptionalDouble> values(double a, double b, double c) {
    return Map.of("A", OptionalDouble.of(a), "B", OptionalDouble.of(b), "C", OptionalDouble.of(c));
  }

  private static double[] numbers(CompositeResult result, String id) {
    return result.scores().get(id).values().stream()
        .mapToDouble(score -> score.number().orElseThrow())
        .toArray();
  }
}
