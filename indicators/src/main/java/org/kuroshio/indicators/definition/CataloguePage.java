package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalogue as a Markdown page for people: {@code docs/indicators.md}. */
public final class CataloguePage {
  private static final Map<String, String> AREAS = areas();

  private final Catalogue catalogue;

  private CataloguePage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The page, with a line feed at the end of every line. */
  public static String of(Catalogue catalogue) {
    return new CataloguePage(catalogue).text();
  }

  private static Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    areas.put("program", "Programmes");
    areas.put("patent", "Patents");
    areas.put("techtransfer", "Technology transfer");
    areas.put("venture", "University ventures");
    areas.put("company", "Company register");
    areas.put("composite", "Composite indices");
    areas.put("ref", "Published elsewhere");
    areas.put("quality", "Quality of published figures");
    return areas;
  }

  private String text() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Indicators

        Made from the definitions in `indicators/src/main/resources/catalogue`; don't edit it here.
        What the words mean (whole and fractional, stock, status, unallocated rows) is said in the README of the module `indicators`.
        Stocks stand at the ends of periods, flows are dated inside them, cumulative kinds count all since the beginning.
        D is a day, M a month, Q a quarter, CY a calendar year, FY a fiscal year of the country, TD all time.
        """);
    Map<String, List<Indicator>> byArea = new LinkedHashMap<>();
    AREAS.keySet().forEach(area -> byArea.put(area, new ArrayList<>()));
    for (Indicator indicator : catalogue.all()) {
      String area = indicator.id().substring(0, indicator.id().indexOf('.'));
      byArea.computeIfAbsent(area, a -> new ArrayList<>()).add(indicator);
    }
    byArea.forEach((area, indicators) -> area(page, area, indicators));
    return page.toString();
  }

  private static void area(StringBuilder page, String area, List<Indicator> indicators) {
    if (indicators.isEmpty()) {
      return;
    }
    page.append("\n## ").append(AREAS.getOrDefault(area, area)).append("\n\n");
    page.append("| id | English | 日本語 | 中文 | facet | kind | unit | better | periods |\n");
    page.append("|---|---|---|---|---|---|---|---|---|\n");
    indicators.forEach(i -> row(page, i));
    indicators.forEach(i -> details(page, i));
  }

  private static void row(StringBuilder page, Indicator i) {
    String better = i.polarity() > 0 ? "more" : i.polarity() < 0 ? "less" : "";
    List<String> columns =
        List.of(
            FormulaText.link(i.id()),
            i.title("en"),
            i.title("ja"),
            i.title("zh"),
            word(i.facet()),
            i.kind().word(),
            i.unit(),
            better,
            String.join(" ", i.periods().stream().map(Enum::name).toList()));
    page.append("| ").append(String.join(" | ", columns)).append(" |\n");
  }

  private static void details(StringBuilder page, Indicator i) {
    page.append("\n### ").append(i.id()).append("\n\n");
    page.append(i.description().get("en").strip()).append("\n\n");
    line(page, "formula", FormulaText.of(i.kind()));
    Optional<Measure> measure = Catalogue.measureOf(i.kind());
    if (measure.isPresent()) {
      MeasureText text = new MeasureText(measure.get());
      line(page, "facts", "stream `" + measure.get().stream() + "`, " + text.what());
      line(page, "date", text.when());
      line(page, "region", text.where() + counting(i.kind()));
      line(page, "breakdown", String.join(", ", codes(measure.get().breakdown())));
    }
    line(page, "sources", String.join(", ", codes(i.sources())));
    String state = i.lifecycle() == Lifecycle.ACTIVE ? "" : ", " + word(i.lifecycle());
    line(page, "version", i.version() + state);
  }

  private static String counting(Kind kind) {
    if (kind instanceof Kind.Simple simple) {
      return ", " + word(simple.counting());
    }
    return kind instanceof Kind.Stock stock ? ", " + word(stock.counting()) : "";
  }

  private static List<String> codes(List<String> texts) {
    return texts.stream().map(MeasureText::code).toList();
  }

  private static void line(StringBuilder page, String name, String text) {
    if (!text.isEmpty()) {
      page.append("- ").append(name).append(": ").append(text).append("\n");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
