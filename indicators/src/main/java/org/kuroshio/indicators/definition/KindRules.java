package org.kuroshio.indicators.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.kuroshio.indicators.definition.Kind.Term;
import org.kuroshio.indicators.formula.Direction;
import org.kuroshio.indicators.formula.composite.Member;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.yaml.Nearest;

/** What each kind asks of its own periods and of the definitions that it is computed from. */
final class KindRules {
  private static final String MONEY = "currency";
  private static final String RATIO = "ratio";

  private final Map<String, Indicator> indicators;

  KindRules(Map<String, Indicator> indicators) {
    this.indicators = indicators;
  }

  /**
   * @param indicator one whose inputs are there
   * @throws org.kuroshio.schemas.yaml.DefinitionException at the first rule that is broken
   */
  void check(Indicator indicator) {
    Kind kind = indicator.kind();
    if (kind instanceof Kind.Stock stock) {
      checkStock(indicator, stock);
    } else if (kind instanceof Kind.Derived derived) {
      sameUnit(indicator, derived.terms());
    } else if (kind instanceof Kind.Ratio ratio) {
      checkRatio(indicator, ratio);
    } else if (kind instanceof Kind.Share share) {
      sameUnit(indicator, List.of(plus(share.numerator()), plus(share.denominator())));
      checkAddsUp(indicator, "a share", share.numerator());
      checkAddsUp(indicator, "a share", share.denominator());
    } else if (kind instanceof Kind.Concentration concentration) {
      checkAddsUp(indicator, "a concentration", concentration.of());
    } else if (kind instanceof Kind.Growth growth) {
      checkGrowth(indicator, growth);
    } else if (kind instanceof Kind.Rank rank) {
      checkDirection(indicator, rank.of(), rank.direction());
      checkStandsAlone(indicator, rank.of());
    } else if (kind instanceof Kind.PerCapita perCapita) {
      checkStandsAlone(indicator, perCapita.numerator());
    } else if (kind instanceof Kind.Composite composite) {
      composite.spec().members().forEach(member -> checkMember(indicator, member));
    } else if (kind instanceof Kind.Gap gap) {
      checkUnits(indicator, gap);
    }
  }

  private static void checkStock(Indicator indicator, Kind.Stock stock) {
    if (indicator.periods().contains(PeriodType.D)) {
      throw problem(indicator, "a stock stands at the ends of M, Q, CY and FY, not at every D");
    }
    if (!stock.cumulative() && indicator.periods().contains(PeriodType.TD)) {
      throw problem(
          indicator, "a stock stands at an end, and TD has none; a cumulative kind has TD");
    }
  }

  private void checkRatio(Indicator indicator, Kind.Ratio ratio) {
    sameUnit(indicator, ratio.numerator());
    sameUnit(indicator, ratio.denominator());
    String above = unit(ratio.numerator().get(0));
    String below = unit(ratio.denominator().get(0));
    if (above.equals(MONEY) != below.equals(MONEY)) {
      throw problem(
          indicator,
          "divides "
              + above
              + " by "
              + below
              + ": money is kept by currency and can be divided by money only");
    }
    if (!above.equals(below) && indicator.unit().equals(RATIO)) {
      throw problem(
          indicator,
          "divides "
              + above
              + " by "
              + below
              + " and calls it a ratio; its unit is '"
              + above
              + " per "
              + below
              + "' or the like");
    }
  }

  private void checkGrowth(Indicator indicator, Kind.Growth growth) {
    checkStandsAlone(indicator, growth.of());
    if (indicator.periods().contains(PeriodType.TD)) {
      throw problem(indicator, "there is no growth of TD: no period comes before all time");
    }
    if (growth.base().isPresent()) {
      checkBase(indicator, growth.base().get());
    }
  }

  private static void checkBase(Indicator indicator, String base) {
    PeriodType type =
        base.matches("FY\\d{4}") ? PeriodType.FY : base.matches("\\d{4}") ? PeriodType.CY : null;
    if (type == null || !indicator.periods().equals(List.of(type))) {
      throw problem(
          indicator,
          "its base '"
              + base
              + "' is "
              + (type == null ? "no year" : "a year of " + type)
              + ", so its periods are ["
              + (type == null ? "CY or FY" : type)
              + "], not "
              + indicator.periods());
    }
  }

  private void checkMember(Indicator indicator, Member member) {
    checkDirection(indicator, member.id(), member.direction());
    if (indicators.get(member.id()).unit().equals(MONEY)) {
      throw problem(
          indicator, "its member '" + member.id() + "' is money, which is kept by currency");
    }
  }

  /** The good end of a scale is a matter of the indicator's polarity, where it has one. */
  private void checkDirection(Indicator indicator, String of, Direction direction) {
    int polarity = indicators.get(of).polarity();
    boolean highest = direction == Direction.HIGHEST_FIRST;
    if (polarity != 0 && polarity > 0 != highest) {
      throw problem(
          indicator,
          "puts the "
              + (highest ? "highest" : "lowest")
              + " '"
              + of
              + "' first, whose polarity is "
              + (polarity > 0 ? "+1" : "-1"));
    }
  }

  private void checkStandsAlone(Indicator indicator, String of) {
    Kind kind = indicators.get(of).kind();
    if (kind instanceof Kind.Share
        || kind instanceof Kind.Rank
        || kind instanceof Kind.Concentration
        || kind instanceof Kind.Composite) {
      throw problem(
          indicator,
          "takes '" + of + "', a " + kind.word() + ", which has a value only within a set");
    }
  }

  private void checkAddsUp(Indicator indicator, String what, String of) {
    if (!addsUp(indicators.get(of))) {
      throw problem(
          indicator,
          what
              + " is taken of parts that add up, and '"
              + of
              + "' counts a fact once for every region that it touches; take the fractional count");
    }
  }

  private boolean addsUp(Indicator of) {
    if (of.kind() instanceof Kind.Derived derived) {
      return derived.terms().stream().allMatch(t -> addsUp(indicators.get(t.indicator())));
    } else if (of.kind() instanceof Kind.Simple simple) {
      return addsUp(simple.measure(), simple.counting());
    } else if (of.kind() instanceof Kind.Stock stock) {
      return addsUp(stock.measure(), stock.counting());
    }
    return false;
  }

  private static boolean addsUp(Measure measure, Counting counting) {
    if (measure.aggregation() instanceof Aggregation.Distinct) {
      return false;
    }
    Schema entity = EventStream.named(measure.stream()).entity(measure.entity()).orElseThrow();
    return counting == Counting.FRACTIONAL
        || Fields.find(entity, measure.region().path()).getType() != Schema.Type.ARRAY;
  }

  private void checkUnits(Indicator indicator, Kind.Gap gap) {
    Set<String> known = new TreeSet<>();
    indicators.values().forEach(i -> known.add(i.unit()));
    for (String unit : gap.units()) {
      if (!known.contains(unit)) {
        throw problem(
            indicator, "no indicator has the unit '" + unit + "'" + Nearest.hint(unit, known));
      }
    }
  }

  private void sameUnit(Indicator indicator, List<Term> terms) {
    List<Term> others = new ArrayList<>(terms);
    Term first = others.remove(0);
    for (Term other : others) {
      if (!unit(other).equals(unit(first))) {
        throw problem(
            indicator,
            "takes together '"
                + first.indicator()
                + "' in "
                + unit(first)
                + " and '"
                + other.indicator()
                + "' in "
                + unit(other));
      }
    }
  }

  private String unit(Term term) {
    return indicators.get(term.indicator()).unit();
  }

  private static Term plus(String indicator) {
    return new Term(indicator, 1, false);
  }

  private static RuntimeException problem(Indicator indicator, String message) {
    return new CatalogueProblem(indicator, message).exception();
  }
}
