package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kuroshio.indicators.alert.rule.RuleReader;
import org.kuroshio.indicators.alert.rule.TestKind;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** The words for tests of tables and sources. */
public final class ThresholdTests {
  private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);
  private static final Set<String> OF_CELLS =
      Set.of("name", "title", "indicator", "group", "region", "period", "value", "unit");
  private static final Set<String> MOVING =
      Set.of("indicator", "group", "period", "settle", "keep");

  private final Catalogue catalogue;
  private final Regions regions;

  private ThresholdTests(Catalogue catalogue, Regions regions) {
    this.catalogue = catalogue;
    this.regions = regions;
  }

  public static List<TestKind> kinds(Catalogue catalogue, Regions regions) {
    return new ThresholdTests(catalogue, regions).all();
  }

  private List<TestKind> all() {
    Set<String> cells = Set.of("indicator", "group", "regions", "period");
    return List.of(
        new TestKind(
            "level",
            plus(cells, "above", "below", "rearm"),
            plus(OF_CELLS, "level"),
            "a value is `above` (or `below`) a level; it may ring again once it was beyond `rearm`",
            rule -> new Level(scope(rule), Side.read(rule))),
        new TestKind(
            "change",
            plus(cells, "rises", "falls"),
            plus(OF_CELLS, "before", "change"),
            "a value `rises` or `falls` against the period before, by a number or by `20 %` of"
                + " itself",
            this::change),
        new TestKind(
            "rank",
            plus(MOVING, "top"),
            plus(OF_CELLS, "before", "moved", "top"),
            "a member of `group` enters or leaves the first `top`; once readings have stood for"
                + " `settle`, and told for `keep`",
            this::rank),
        new TestKind(
            "share-moved",
            plus(MOVING, "by", "regions"),
            plus(OF_CELLS, "before", "moved"),
            "a share has moved `by` so much since it was last told; once readings have stood for"
                + " `settle`, and told for `keep`",
            this::shareMoved),
        new TestKind(
            "conserved",
            Set.of("indicator", "group"),
            plus(OF_CELLS, "sum"),
            "the rows of a group do not add up to the group, in any period; for fractional counts"
                + " and facts with one place",
            rule -> new Conserved(everyPeriod(rule, "indicator"))),
        new TestKind(
            "part-of",
            Set.of("part", "whole", "group"),
            plus(OF_CELLS, "whole"),
            "the indicator `part` is more than the indicator `whole`, in any row and period",
            rule -> new PartOfWhole(everyPeriod(rule, "part"), everyPeriod(rule, "whole"))),
        new TestKind(
            "source-silent",
            Set.of("rhythms", "otherwise"),
            Set.of("source", "slice", "last", "error"),
            "nothing was read of a source for `rhythms` of its rhythms, or for `otherwise` where it"
                + " declares none",
            ThresholdTests::silent),
        new TestKind(
            "rejected-growing",
            Set.of("more", "within"),
            Set.of("source", "count", "minutes"),
            "`more` than so many records of one source were rejected `within` that time",
            ThresholdTests::growing));
  }

  private Change change(YamlMap rule) {
    boolean up = rule.find("rises").isPresent();
    if (up == rule.find("falls").isPresent()) {
      throw rule.problem("a change has either 'rises' or 'falls'");
    }
    Scope scope = scope(rule);
    if (scope.period().type() == PeriodType.TD) {
      throw rule.get("period").problem("no period comes before TD");
    }
    YamlNode by = rule.get(up ? "rises" : "falls");
    return new Change(scope, up, Numbers.positive(by), by.text().strip().endsWith("%"));
  }

  private TopRank rank(YamlMap rule) {
    Scope scope = scope(rule);
    if (!(scope.indicator().kind() instanceof Kind.Rank)) {
      throw rule.get("indicator")
          .problem(
              scope.indicator().id()
                  + " is no rank"
                  + Nearest.hint(scope.indicator().id(), ranks()));
    }
    int top = rule.integer("top");
    if (top < 1) {
      throw rule.get("top").problem("top must be 1 or more, was " + top);
    }
    return new TopRank(scope, top, settle(rule), keep(rule));
  }

  private ShareMoved shareMoved(YamlMap rule) {
    Scope scope = scope(rule);
    if (!(scope.indicator().kind() instanceof Kind.Share)
        && !(scope.indicator().kind() instanceof Kind.Ratio)) {
      throw rule.get("indicator")
          .problem(scope.indicator().id() + " is neither a share nor a ratio");
    }
    return new ShareMoved(scope, Numbers.positive(rule.get("by")), settle(rule), keep(rule));
  }

  private static SourceTest silent(YamlMap rule) {
    int rhythms = rule.integer("rhythms");
    if (rhythms < 1) {
      throw rule.get("rhythms").problem("rhythms must be 1 or more, was " + rhythms);
    }
    return new SourceTest.Silent(rhythms, RuleReader.duration(rule.get("otherwise")));
  }

  private static SourceTest growing(YamlMap rule) {
    Rational more = Numbers.positive(rule.get("more"));
    if (!more.isInteger()) {
      throw rule.get("more").problem("expected a whole number, found " + rule.get("more").text());
    }
    Duration within = RuleReader.duration(rule.get("within"));
    if (within.toMinutes() < 1 || within.toDays() > 7) {
      throw rule.get("within").problem("within must be PT1M to P7D, was " + within);
    }
    return new SourceTest.RejectedGrowing(more.numerator().longValueExact(), within);
  }

  private Scope scope(YamlMap rule) {
    Indicator indicator = indicator(rule.get("indicator"));
    String group = region(rule.get("group"));
    List<String> wanted =
        rule.items("regions").stream().map(node -> regionOf(group, node)).toList();
    PeriodChoice period =
        PeriodChoice.read(rule.get("period"), indicator, regions.calendar(group).orElse(null));
    return new Scope(indicator, group, wanted, period, catalogue, regions);
  }

  private Scope everyPeriod(YamlMap rule, String key) {
    Indicator indicator = indicator(rule.get(key));
    String group = region(rule.get("group"));
    PeriodChoice any = new PeriodChoice("any", indicator.periods().get(0), 0);
    return new Scope(indicator, group, List.of(), any, catalogue, regions);
  }

  private Indicator indicator(YamlNode node) {
    return catalogue
        .find(node.text())
        .orElseThrow(
            () ->
                node.problem(
                    "there is no indicator '"
                        + node.text()
                        + "'"
                        + Nearest.hint(
                            node.text(), catalogue.all().stream().map(Indicator::id).toList())));
  }

  private String region(YamlNode node) {
    if (!regions.isKnown(node.text())) {
      throw node.problem(
          "there is no region or group '"
              + node.text()
              + "'"
              + regions.nearest(node.text()).map(r -> "; did you mean '" + r + "'?").orElse(""));
    }
    return node.text();
  }

  private String regionOf(String group, YamlNode node) {
    String region = region(node);
    boolean everLiesThere =
        Stream.concat(Stream.of(END_OF_TIME), regions.membershipChanges(region).stream())
            .anyMatch(day -> regions.containing(region, day).contains(group));
    if (!everLiesThere) {
      throw node.problem("%s does not lie in %s".formatted(region, group));
    }
    return region;
  }

  private List<String> ranks() {
    return catalogue.all().stream()
        .filter(i -> i.kind() instanceof Kind.Rank)
        .map(Indicator::id)
        .toList();
  }

  private static Duration settle(YamlMap rule) {
    return RuleReader.duration(rule.get("settle"));
  }

  private static Duration keep(YamlMap rule) {
    return RuleReader.duration(rule.get("keep"));
  }

  private static Set<String> plus(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
