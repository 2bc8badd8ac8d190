package org.kuroshio.indicators.definition;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.formula.Direction;
import org.kuroshio.indicators.formula.Ranking;
import org.kuroshio.indicators.formula.composite.CompositeSpec;

/** How a value is made. Simple kinds come from facts, the others from other indicators. */
public sealed interface Kind {
  /** The word of the YAML file. */
  String word();

  /** Indicators that it is computed from, in the order of the formula. */
  default List<String> inputs() {
    return List.of();
  }

  /** Facts dated inside the period. */
  record Simple(Measure measure, Counting counting) implements Kind {
    @Override
    public String word() {
      return "simple";
    }
  }

  /** Facts present at the end of the period. A cumulative kind is a stock that nothing leaves. */
  record Stock(Measure measure, Counting counting, boolean cumulative) implements Kind {
    @Override
    public String word() {
      return cumulative ? "cumulative" : "stock";
    }
  }

  /** The median of days between two dates over the facts due by the end of the period. */
  record MedianDays(Measure measure) implements Kind {
    @Override
    public String word() {
      return "median";
    }
  }

  /** A printed or observed value, as published. */
  record Reported() implements Kind {
    @Override
    public String word() {
      return "reported";
    }
  }

  /**
   * One term of a sum of indicators.
   *
   * @param sign +1 or -1
   * @param zeroIfAbsent whether it counts 0 where it is MISSING: it counts a part of the facts that
   *     another term or the denominator counts, so that their being there says that it has none
   */
  record Term(String indicator, int sign, boolean zeroIfAbsent) {}

  /** A signed sum of indicators of one unit. */
  record Derived(List<Term> terms) implements Kind {
    public Derived {
      terms = List.copyOf(terms);
    }

    @Override
    public String word() {
      return "derived";
    }

    @Override
    public List<String> inputs() {
      return terms.stream().map(Term::indicator).toList();
    }
  }

  /** Numerator over denominator, times a scale, in the same region and period. */
  record Ratio(List<Term> numerator, List<Term> denominator, long scale) implements Kind {
    public Ratio {
      numerator = List.copyOf(numerator);
      denominator = List.copyOf(denominator);
    }

    @Override
    public String word() {
      return "ratio";
    }

    @Override
    public List<String> inputs() {
      return java.util.stream.Stream.concat(numerator.stream(), denominator.stream())
          .map(Term::indicator)
          .distinct()
          .toList();
    }
  }

  /** Which region a share's denominator is taken in. */
  enum Whole {
    /** the reference set itself: shares of the members of each named group */
    GROUP,
    /** the country of the region */
    COUNTRY
  }

  /** A region's part of a whole. */
  record Share(String numerator, String denominator, Whole whole) implements Kind {
    @Override
    public String word() {
      return "share";
    }

    @Override
    public List<String> inputs() {
      return numerator.equals(denominator) ? List.of(numerator) : List.of(numerator, denominator);
    }
  }

  /** Per so many inhabitants (or another observed series). */
  record PerCapita(String numerator, String series, long scale) implements Kind {
    @Override
    public String word() {
      return "per-capita";
    }

    @Override
    public List<String> inputs() {
      return List.of(numerator);
    }
  }

  /**
   * The place among the members of a named set.
   *
   * @param sets groups and countries whose members are ranked; empty for every one
   */
  record Rank(String of, Ranking.Method method, Direction direction, List<String> sets)
      implements Kind {
    public Rank {
      sets = List.copyOf(sets);
    }

    @Override
    public String word() {
      return "rank";
    }

    @Override
    public List<String> inputs() {
      return List.of(of);
    }
  }

  /**
   * Change against a base.
   *
   * @param base a period label, or empty for the period before
   * @param annual true for the compound yearly rate
   */
  record Growth(String of, Optional<String> base, boolean annual) implements Kind {
    @Override
    public String word() {
      return "growth";
    }

    @Override
    public List<String> inputs() {
      return List.of(of);
    }
  }

  /** Herfindahl-Hirschman index, 10^4 times the sum of squared shares of a group's members. */
  record Concentration(String of) implements Kind {
    @Override
    public String word() {
      return "concentration";
    }

    @Override
    public List<String> inputs() {
      return List.of(of);
    }
  }

  /**
   * A weighted index of normalised members over several levels.
   *
   * @param sets groups and countries over whose members values are compared; empty for every one
   */
  record Composite(CompositeSpec spec, List<String> sets, List<String> inputs) implements Kind {
    public Composite {
      sets = List.copyOf(sets);
      inputs = List.copyOf(inputs);
    }

    @Override
    public String word() {
      return "composite";
    }
  }

  /**
   * Published figure less computed value.
   *
   * @param units of the indicators whose figures are compared
   */
  record Gap(List<String> units) implements Kind {
    public Gap {
      units = List.copyOf(units);
    }

    @Override
    public String word() {
      return "gap";
    }
  }

  /** What an observed series says in its latest release less what it said in its first. */
  record Revision(String series) implements Kind {
    @Override
    public String word() {
      return "revision";
    }
  }
}
