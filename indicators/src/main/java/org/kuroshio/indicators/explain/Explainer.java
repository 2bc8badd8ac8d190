package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * Explains cells of one cut. The tables and the facts must be of the same cut; one thread, and
 * neither may change while it explains.
 */
public final class Explainer {
  private final CellLookup cells;
  private final Facts facts;
  private final int most;
  private final Coverages coverages;
  private final Origins origins;
  private final StatusWords statusWords;

  /**
   * @param most how many entities of a cell are named; the others are counted
   */
  public Explainer(
      Catalogue catalogue, Regions regions, IndicatorTable table, Facts facts, int most) {
    this.cells = new CellLookup(catalogue, regions, table);
    this.facts = facts;
    this.most = most;
    this.coverages = new Coverages(facts, regions);
    this.origins = new Origins(cells, new Figures(facts), new Observations(facts, regions));
    this.statusWords = new StatusWords(cells, coverages);
  }

  /**
   * Explains every cell that answers the question: one, or one for each currency.
   *
   * @param depth 0 names the cells that a derived cell is made from, 1 explains these too, and so
   *     on
   * @throws org.kuroshio.indicators.definition.UnknownIndicatorException with the nearest id
   * @throws org.kuroshio.indicators.region.UnknownRegionException with the nearest code
   * @throws IllegalArgumentException if no such cell can exist; the message says what would be
   *     right
   */
  public List<Explanation> explain(CellQuestion asked, int depth) {
    return cells.resolve(asked).stream().map(cell -> explanation(cell, depth)).toList();
  }

  /** The cells that a derived cell is made from; none for simple kinds. */
  public List<CellQuestion> inputs(CellQuestion cell) {
    Indicator indicator = cells.catalogue().get(cell.indicator());
    boolean simple =
        CellScope.of(cells.catalogue(), cells.regions(), cell, cells.asOf()).isPresent();
    return simple
        ? List.of()
        : origins.of(indicator, cell).parts().stream().map(Origin.Part::cell).toList();
  }

  /** Finds the published cell that a question is about. */
  public Optional<IndicatorValue> published(CellQuestion cell) {
    return cells.cell(cell);
  }

  /**
   * Refuses a question for a cell that can't exist, before any tables are there.
   *
   * @throws RuntimeException as {@link #explain}
   */
  public static void check(Catalogue catalogue, Regions regions, CellQuestion asked) {
    CellLookup cells = new CellLookup(catalogue, regions, new IndicatorTable());
    new QuestionCheck(cells).check(catalogue.get(asked.indicator()), asked);
  }

  /** Whether the tables were computed with these definitions. */
  public boolean isOfSameCatalogue() {
    return cells.cut().getCatalogue().equals(cells.catalogue().fingerprint());
  }

  private Explanation explanation(CellQuestion cell, int depth) {
    Optional<CellScope> scope =
        CellScope.of(cells.catalogue(), cells.regions(), cell, cells.asOf());
    return scope.isPresent() ? simple(cell, scope.get()) : derived(cell, depth);
  }

  private Explanation simple(CellQuestion cell, CellScope scope) {
    Indicator indicator = cells.catalogue().get(cell.indicator());
    Optional<IndicatorValue> published = cells.cell(cell);
    Status status = published.map(IndicatorValue::getStatus).orElse(Status.MISSING);
    Contributions entities = Contributors.of(scope, facts, most);
    List<Cited> cited = entities.entities() > 0 ? List.of() : covered(cell, scope);
    StatusWords.Known known =
        new StatusWords.Known(published, Optional.of(entities), List.of(), cited);
    MeasureUse use =
        cells.catalogue().measures().stream()
            .filter(u -> u.name().equals(scope.measure()))
            .findFirst()
            .orElseThrow();
    return new Explanation(
        cell,
        indicator,
        published,
        status,
        statusWords.of(cell, status, known),
        SimpleFormula.of(indicator, use.measure(), cell, LocalDate.ofEpochDay(scope.day())),
        "",
        List.of(),
        cited,
        Optional.of(entities),
        published
            .filter(p -> p.getExact() != null)
            .map(p -> check(total(entities), p.getExact(), entities)));
  }

  private Check check(String total, String published, Contributions entities) {
    String what =
        switch (entities.adding()) {
          case SUM -> "the sum";
          case DIFFERENT -> "the number of different values";
          case MEDIAN -> "the median";
        };
    String over =
        entities.entities() == 1
            ? " over 1 entity"
            : " over %d entities".formatted(entities.entities());
    return Check.of(what + over, total, published, isOfSameCatalogue());
  }

  private static String total(Contributions entities) {
    return entities.total().map(t -> t.exactText()).orElse("not known");
  }

  /** What makes an absent fact a zero, or fails to. */
  private List<Cited> covered(CellQuestion cell, CellScope scope) {
    if (CellLookup.isTooRough(cell) || !cell.region().equals(CellLookup.place(cell.region()))) {
      return List.of();
    }
    Period period = cells.period(cell);
    boolean stock = cells.catalogue().get(cell.indicator()).kind() instanceof Kind.Stock;
    int first = stock ? scope.day() : period.fromDay();
    return coverages.near(cell.indicator(), cell.region(), first, scope.day());
  }

  private Explanation derived(CellQuestion cell, int depth) {
    Indicator indicator = cells.catalogue().get(cell.indicator());
    Optional<IndicatorValue> published = cells.cell(cell);
    Status status = published.map(IndicatorValue::getStatus).orElse(Status.MISSING);
    Origin origin = origins.of(indicator, cell);
    List<Explanation.Input> inputs = new ArrayList<>();
    for (Origin.Part part : origin.parts()) {
      Explanation of = depth > 0 ? explanation(part.cell(), depth - 1) : shallow(part.cell());
      inputs.add(new Explanation.Input(part.role(), of));
    }
    StatusWords.Known known =
        new StatusWords.Known(published, Optional.empty(), origin.parts(), origin.cited());
    return new Explanation(
        cell,
        indicator,
        published,
        status,
        statusWords.of(cell, status, known),
        origin.formula(),
        origin.calculation(),
        inputs,
        origin.cited(),
        Optional.empty(),
        published.filter(p -> p.getValue() != null).map(p -> again(origin, p)));
  }

  private Check again(Origin origin, IndicatorValue published) {
    return Check.of(
        "worked out again from its inputs, it",
        origin.again().orElse("not known"),
        published.getExact() == null ? published.getValue() : published.getExact(),
        isOfSameCatalogue());
  }

  /** The cell's value without what stands behind it. */
  private Explanation shallow(CellQuestion cell) {
    Optional<IndicatorValue> published = cells.cell(cell);
    return new Explanation(
        cell,
        cells.catalogue().get(cell.indicator()),
        published,
        published.map(IndicatorValue::getStatus).orElse(Status.MISSING),
        List.of(),
        "",
        "",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
