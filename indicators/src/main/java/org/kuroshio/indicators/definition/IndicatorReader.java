package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.definition.Kind.Term;
import org.kuroshio.indicators.formula.Direction;
import org.kuroshio.indicators.formula.Ranking;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads one definition. What it says of other definitions is checked by the {@link Catalogue}. */
final class IndicatorReader {
  private static final Set<String> HEADER =
      Set.of(
          "id",
          "version",
          "titles",
          "description",
          "facet",
          "unit",
          "polarity",
          "periods",
          "kind",
          "source",
          "status");
  private static final Set<String> MEASURE =
      Set.of("stream", "entity", "where", "each", "aggregate", "region", "breakdown");
  private static final Map<String, Set<String>> OWN_KEYS =
      Map.ofEntries(
          Map.entry("simple", with(MEASURE, "date", "counting")),
          Map.entry(
              "stock", with(MEASURE, "from", "after", "through", "until", "phases", "counting")),
          Map.entry("cumulative", with(MEASURE, "date", "counting")),
          Map.entry("median", with(MEASURE, "days")),
          Map.entry("reported", Set.of()),
          Map.entry("derived", Set.of("terms", "absent_is_zero")),
          Map.entry("ratio", Set.of("numerator", "denominator", "scale", "absent_is_zero")),
          Map.entry("share", Set.of("numerator", "denominator")),
          Map.entry("per-capita", Set.of("numerator", "series", "scale")),
          Map.entry("rank", Set.of("of", "method", "set", "direction")),
          Map.entry("growth", Set.of("of", "base", "annual")),
          Map.entry("concentration", Set.of("of")),
          Map.entry("composite", Set.of("set", "index")),
          Map.entry("gap", Set.of("of_units")),
          Map.entry("revision", Set.of("series")));

  private static final String EVERY_GROUP = "every-group";

  private final YamlMap node;
  private final Regions regions;

  IndicatorReader(YamlMap node, Regions regions) {
    this.node = node;
    this.regions = regions;
  }

  Indicator read() {
    if (!node.has("kind")) {
      // a misspelt one is named before a missing one
      node.only(anyKindsKeys());
    }
    YamlNode kindNode = node.get("kind");
    Set<String> own = OWN_KEYS.get(kindNode.text());
    if (own == null) {
      throw kindNode.problem(
          "unknown kind '"
              + kindNode.text()
              + "'"
              + Nearest.hint(kindNode.text(), OWN_KEYS.keySet()));
    }
    node.only(with(HEADER, own.toArray(String[]::new)));
    int polarity = node.integer("polarity");
    if (polarity < -1 || polarity > 1) {
      throw node.get("polarity").problem("polarity is +1, 0 or -1, not " + polarity);
    }
    int version = node.integer("version");
    if (version < 1) {
      throw node.get("version").problem("versions count from 1, not " + version);
    }
    String id = node.text("id");
    if (!id.matches("[a-z0-9_]+(\\.[a-z0-9_]+)+")) {
      throw node.get("id")
          .problem(
              "an id is lower-case words joined by dots, such as venture.stock, not '" + id + "'");
    }
    return new Indicator(
        id,
        version,
        texts(node.get("titles").asMap(), List.of("en", "ja", "zh")),
        texts(node.get("description").asMap(), List.of("en")),
        node.constant("facet", Facet.class),
        unit(),
        polarity,
        periods(),
        kind(kindNode.text()),
        node.texts("source"),
        node.find("status")
            .map(s -> s.asText().asConstant(Lifecycle.class))
            .orElse(Lifecycle.ACTIVE),
        node.place());
  }

  private static Set<String> anyKindsKeys() {
    Set<String> keys = new LinkedHashSet<>(HEADER);
    OWN_KEYS.values().forEach(keys::addAll);
    return keys;
  }

  private String unit() {
    YamlNode unit = node.get("unit");
    if (unit.text().contains("|")) {
      throw unit.problem("a unit has no bar, which divides the parts of a cell's key");
    }
    return unit.text();
  }

  private Kind kind(String word) {
    return switch (word) {
      case "simple" -> new Kind.Simple(new MeasureReader(node).flow(), counting());
      case "stock" -> new Kind.Stock(new MeasureReader(node).stock(), counting(), false);
      case "cumulative" -> new Kind.Stock(new MeasureReader(node).cumulative(), counting(), true);
      case "median" -> new Kind.MedianDays(new MeasureReader(node).days());
      case "reported" -> new Kind.Reported();
      case "derived" -> derived();
      case "ratio" -> ratio();
      case "share" -> share();
      case "per-capita" ->
          new Kind.PerCapita(node.text("numerator"), node.text("series"), scale(1));
      case "rank" -> rank();
      case "growth" -> growth();
      case "concentration" -> new Kind.Concentration(node.text("of"));
      case "composite" -> new CompositeReader(node.get("index").asMap()).read(sets());
      case "gap" -> new Kind.Gap(node.get("of_units").asList().texts());
      case "revision" -> new Kind.Revision(node.text("series"));
      default -> throw node.problem("kind '" + word + "' has no reader");
    };
  }

  private Counting counting() {
    return node.constant("counting", Counting.class);
  }

  private Kind derived() {
    Kind.Derived derived = new Kind.Derived(terms("terms"));
    checkZeros(derived.terms());
    return derived;
  }

  private Kind ratio() {
    Kind.Ratio ratio = new Kind.Ratio(terms("numerator"), terms("denominator"), scale(1));
    checkZeros(ratio.numerator());
    return ratio;
  }

  private void checkZeros(List<Term> terms) {
    List<String> ids = terms.stream().map(Term::indicator).toList();
    for (YamlNode zero : node.items("absent_is_zero")) {
      if (!ids.contains(zero.text())) {
        throw zero.problem(
            "'" + zero.text() + "' is none of the terms" + Nearest.hint(zero.text(), ids));
      }
    }
  }

  private Kind share() {
    if (node.get("denominator") instanceof YamlText text) {
      throw noRegion(text, text.value());
    }
    YamlMap denominator = node.get("denominator").asMap().only(Set.of("indicator", "region"));
    if (!denominator.has("region")) {
      throw noRegion(denominator, denominator.text("indicator"));
    }
    return new Kind.Share(
        node.text("numerator"),
        denominator.text("indicator"),
        denominator.constant("region", Kind.Whole.class));
  }

  private static DefinitionException noRegion(YamlNode denominator, String indicator) {
    return denominator.problem(
        "a share names the region of its denominator: { indicator: "
            + indicator
            + ", region: group }, or region: country");
  }

  private Kind rank() {
    return new Kind.Rank(
        node.text("of"),
        node.constant("method", Ranking.Method.class),
        node.constant("direction", Direction.class),
        sets());
  }

  /** The named sets whose members are compared; empty for every one. */
  private List<String> sets() {
    YamlNode set = node.get("set");
    if (set instanceof YamlText text && text.value().equals(EVERY_GROUP)) {
      return List.of();
    }
    for (YamlNode code : set.asList().items()) {
      if (!regions.isKnown(code.text())) {
        throw code.problem(
            "there is no set of regions '"
                + code.text()
                + "'"
                + regions
                    .nearest(code.text())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; write '" + EVERY_GROUP + "' or the code of a group"));
      }
      switch (regions.kind(code.text())) {
        case GROUP, COUNTRY -> {}
        default -> throw code.problem("'" + code.text() + "' is no group of regions or country");
      }
    }
    return set.asList().texts();
  }

  private Kind growth() {
    boolean annual = node.flag("annual", false);
    Optional<String> base = Optional.of(node.text("base")).filter(b -> !b.equals("previous"));
    if (annual && base.isEmpty()) {
      throw node.problem("a yearly rate names its base period: 'base: FY2001'");
    }
    return new Kind.Growth(node.text("of"), base, annual);
  }

  private long scale(long otherwise) {
    long scale = node.find("scale").map(n -> (long) n.asText().asInteger()).orElse(otherwise);
    if (scale < 1) {
      throw node.get("scale").problem("a scale is 1 or more, not " + scale);
    }
    return scale;
  }

  private List<Term> terms(String key) {
    List<String> zeros = node.texts("absent_is_zero");
    List<Term> terms = new ArrayList<>();
    for (String text : node.get(key).asList().texts()) {
      boolean minus = text.startsWith("-");
      String id = minus ? text.substring(1).strip() : text;
      terms.add(new Term(id, minus ? -1 : 1, zeros.contains(id)));
    }
    return terms;
  }

  private List<PeriodType> periods() {
    Set<PeriodType> types = new LinkedHashSet<>();
    for (YamlNode type : node.get("periods").asList().items()) {
      types.add(type.asText().asConstant(PeriodType.class));
    }
    if (types.isEmpty()) {
      throw node.get("periods").problem("without periods it has no cells; name one, such as [FY]");
    }
    return types.stream().sorted().toList();
  }

  private static Map<String, String> texts(YamlMap map, List<String> required) {
    map.only(Set.of("en", "ja", "zh"));
    for (String language : required) {
      map.text(language);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    map.values()
        .forEach(
            (language, text) -> {
              if (text.text().isBlank()) {
                throw text.problem("'" + language + "' has no text");
              }
              texts.put(language, text.text());
            });
    return texts;
  }

  private static Set<String> with(Set<String> keys, String... more) {
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
