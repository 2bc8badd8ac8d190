package org.kuroshio.indicators.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/** Says in words what a status means for one cell. */
record StatusWords(CellLookup cells, Coverages coverages) {
  /** What else is known of the cell when its status is put in words. */
  record Known(
      Optional<IndicatorValue> published,
      Optional<Contributions> entities,
      List<Origin.Part> parts,
      List<Cited> cited) {}

  List<String> of(CellQuestion cell, Status status, Known known) {
    List<String> words = new ArrayList<>();
    String reason =
        known.published().map(IndicatorValue::getReason).filter(r -> r != null).orElse("");
    switch (status) {
      case NORMAL -> {}
      case PROVISIONAL -> words.add(provisional(cell));
      case ESTIMATED -> words.add(estimated(known));
      case PARTIAL -> words.addAll(partial(cell));
      case UNDEFINED, BREAK -> words.add("there is no number: " + reason);
      case MISSING -> words.addAll(missing(cell, known));
    }
    boolean saidAlready = status == Status.UNDEFINED || status == Status.BREAK;
    if (!reason.isEmpty() && !saidAlready) {
      words.add(reason);
    }
    return words;
  }

  private String provisional(CellQuestion cell) {
    return cell.period()
        + " is not over: it is computed as of "
        + cells.asOf()
        + " and may still change";
  }

  private static String estimated(Known known) {
    return known
        .entities()
        .filter(e -> e.uncertain() > 0)
        .map(
            e ->
                "an estimate: some entities are only known to have come or gone in a time that"
                    + " reaches over this day ("
                    + e.uncertain()
                    + ")")
        .orElse("an estimate, because an input is one");
  }

  private List<String> partial(CellQuestion cell) {
    List<String> words = new ArrayList<>();
    Regions regions = cells.regions();
    for (CellQuestion row : cells.unallocated(cell)) {
      boolean may =
          cell.region().equals(CellLookup.place(cell.region()))
              && regions.overlapsPartly(CellLookup.place(row.region()), cell.region());
      Optional<Rational> number = cells.number(row);
      if (may && number.isPresent()) {
        words.add(
            "a part is not in it: "
                + number.get().decimalText()
                + " are known only for "
                + CellLookup.place(row.region())
                + " (row "
                + row.region()
                + "), and may lie here or not");
      }
    }
    return words.isEmpty() ? List.of("a part is not in it, because an input lacks one") : words;
  }

  private List<String> missing(CellQuestion cell, Known known) {
    Indicator indicator = cells.catalogue().get(cell.indicator());
    List<String> words = new ArrayList<>();
    if (!cell.breakdown().isEmpty()
        && !cells.breakdowns(cell.indicator()).contains(cell.breakdown())) {
      List<String> breakdowns = cells.breakdowns(cell.indicator());
      words.add(
          "nothing is broken down by '"
              + cell.breakdown()
              + "'"
              + (breakdowns.isEmpty() ? "" : "; there are " + String.join(", ", breakdowns)));
      return words;
    }
    if (!CellLookup.isTooRough(cell)) {
      Period period = cells.period(cell);
      if (period.type() != PeriodType.TD && period.start().isAfter(cells.asOf())) {
        words.add(cell.period() + " begins after the day of the tables, " + cells.asOf());
        return words;
      }
    }
    if (known.entities().isPresent()) {
      words.addAll(withoutFacts(indicator, cell, known));
    } else {
      words.addAll(withoutInputs(indicator, cell, known));
    }
    return words;
  }

  private List<String> withoutFacts(Indicator indicator, CellQuestion cell, Known known) {
    boolean stock = indicator.kind() instanceof Kind.Stock;
    if (known.entities().orElseThrow().entities() > 0) {
      return List.of(
          "the facts behind it have no beginning, and are told only from the period before the"
              + " first change of any on");
    }
    String nothing =
        "no fact of %s %s %s lies in %s"
            .formatted(
                indicator.id(), stock ? "that stands at" : "in", cell.period(), cell.region());
    if (!coverages.isDeclaredAnywhere(indicator.id())) {
      return List.of(nothing + ", and no source says of which regions and days it knows all");
    }
    return List.of(
        nothing
            + ", and no source says that it would know of one there and then"
            + (known.cited().isEmpty() ? "" : " (what is declared reaches over a part only)"));
  }

  private static List<String> unranked(Kind.Rank rank, CellQuestion cell) {
    if (!rank.sets().isEmpty() && !rank.sets().contains(cell.group())) {
      return List.of("members are ranked within " + String.join(", ", rank.sets()) + " only");
    }
    return cell.region().equals(cell.group())
        ? List.of("only the members of a group are ranked, and " + cell.region() + " is the group")
        : List.of();
  }

  private List<String> withoutInputs(Indicator indicator, CellQuestion cell, Known known) {
    List<String> words = new ArrayList<>();
    boolean isGroup = cell.region().equals(cell.group());
    if (indicator.kind() instanceof Kind.Rank rank) {
      words.addAll(unranked(rank, cell));
    } else if (indicator.kind() instanceof Kind.Concentration && !isGroup) {
      words.add("a concentration is a number of a group: ask for the region " + cell.group());
    }
    for (Cited cited : known.cited()) {
      if (cited.value().isEmpty()) {
        words.add(cited.words());
      }
    }
    List<String> lacking =
        known.parts().stream()
            .map(Origin.Part::cell)
            .filter(part -> cells.number(part).isEmpty())
            .map(part -> part.indicator() + " of " + part.region() + " in " + part.period())
            .toList();
    if (!lacking.isEmpty() && words.isEmpty()) {
      words.add(
          "it is made from "
              + String.join(", ", lacking.subList(0, Math.min(5, lacking.size())))
              + (lacking.size() > 5 ? " and " + (lacking.size() - 5) + " more" : "")
              + ", which "
              + (lacking.size() == 1 ? "has" : "have")
              + " no number");
    }
    return words.isEmpty() ? List.of("nothing is published that it could be made from") : words;
  }
}
