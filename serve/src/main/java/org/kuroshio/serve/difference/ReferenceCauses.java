package org.kuroshio.serve.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.serve.difference.StateChanges.Amounts;

/**
 * Finds the observations, published figures and coverages that changed a cell. They stand in base
 * cells of their own, whose items hold what is printed.
 */
record ReferenceCauses(Regions regions, StateChanges states) {
  private static final Rational SCALE = Rational.of(10_000);
  private static final int FIGURE_PERIOD = 1;
  private static final int FIGURE_VALUE = 3;
  private static final String GAP = "indicator=";

  /** What an entity said before, or says after. */
  private record Said(Amounts amounts, Function<Long, Rational> number) {
    Cause.Part part(StateChanges states) {
      return new Cause.Part(
          states.change(amounts.entity()),
          number.apply(amounts.before()),
          number.apply(amounts.after()));
    }
  }

  /** For a derived cell. */
  List<Cause.Part> of(Kind kind, CellQuestion cell) {
    if (kind instanceof Kind.PerCapita perCapita) {
      return observations(perCapita.series(), cell);
    } else if (kind instanceof Kind.Revision revision) {
      return observations(revision.series(), cell);
    } else if (kind instanceof Kind.Growth growth) {
      return figures(growth.of(), cell, false);
    } else if (kind instanceof Kind.Reported) {
      return figures(cell.indicator(), cell, true);
    } else if (kind instanceof Kind.Gap && cell.breakdown().startsWith(GAP)) {
      return figures(cell.breakdown().substring(GAP.length()).replaceFirst(";.*", ""), cell, true);
    }
    return List.of();
  }

  /** What was declared complete, or no longer is, around a simple cell: 1 for yes, 0 for no. */
  List<Cause.Part> coverages(CellQuestion cell) {
    return parts(
        of("coverage:" + cell.indicator())
            .filter(a -> isNear(a.cell(), cell.region()))
            .map(a -> new Said(a, Rational::of)));
  }

  /** The latest that came, went or changed by the end of the period: earlier ones are not used. */
  private List<Cause.Part> observations(String series, CellQuestion cell) {
    int end = end(cell);
    List<Amounts> near =
        of("observation:" + series)
            .filter(a -> a.cell().to() <= end && isNear(a.cell(), cell.region()))
            .toList();
    OptionalInt latest = near.stream().mapToInt(a -> a.cell().to()).max();
    boolean own = near.stream().anyMatch(a -> a.cell().regions().equals(cell.region()));
    return parts(
        near.stream()
            .filter(a -> a.cell().to() == latest.orElseThrow())
            .filter(a -> !own || a.cell().regions().equals(cell.region()))
            .map(a -> new Said(a, amount -> Rational.of(amount).divide(SCALE))));
  }

  private List<Cause.Part> figures(String indicator, CellQuestion cell, boolean ofThisPeriod) {
    return parts(
        of("figure:" + indicator)
            .filter(a -> a.cell().regions().equals(cell.region()))
            .filter(a -> !ofThisPeriod || part(a.cell(), FIGURE_PERIOD).equals(cell.period()))
            .map(a -> new Said(a, amount -> amount == 0 ? Rational.ZERO : printed(a.cell()))));
  }

  private Stream<Amounts> of(String measure) {
    return states.of(measure).stream();
  }

  private List<Cause.Part> parts(Stream<Said> said) {
    return said.map(s -> s.part(states)).sorted(Cause.Part.LARGEST_FIRST).toList();
  }

  private int end(CellQuestion cell) {
    return Period.parse(cell.period(), regions.calendar(cell.region()).orElse(null)).toDay();
  }

  private boolean isNear(BaseKey key, String region) {
    LocalDate on = LocalDate.ofEpochDay(key.to());
    return regions.containing(region, on).contains(key.regions())
        || regions.containing(key.regions(), on).contains(region);
  }

  /** A range that was printed has no number; it counts as 0. */
  private static Rational printed(BaseKey key) {
    String value = part(key, FIGURE_VALUE);
    return value.isEmpty() ? Rational.ZERO : Rational.parse(value);
  }

  private static String part(BaseKey key, int number) {
    return key.item().split("\n", -1)[number];
  }
}
