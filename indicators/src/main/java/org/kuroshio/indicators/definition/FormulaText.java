package org.kuroshio.indicators.definition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kuroshio.indicators.definition.Kind.Term;
import org.kuroshio.indicators.exact.DecimalText;
import org.kuroshio.indicators.formula.composite.Component;
import org.kuroshio.indicators.formula.composite.CompositeSpec;
import org.kuroshio.indicators.formula.composite.Level;
import org.kuroshio.indicators.formula.composite.Member;
import org.kuroshio.indicators.formula.composite.Normalisation;
import org.kuroshio.indicators.formula.composite.Transform;

/** How a derived kind is computed, in words; links lead to the inputs on the same page. */
final class FormulaText {
  private FormulaText() {}

  /** Empty for kinds that come from facts. */
  static String of(Kind kind) {
    if (kind instanceof Kind.Derived derived) {
      return sum(derived.terms()) + zeros(derived.terms());
    } else if (kind instanceof Kind.Ratio ratio) {
      String scale = ratio.scale() == 1 ? "" : " x " + ratio.scale();
      return bracketed(ratio.numerator())
          + " / "
          + bracketed(ratio.denominator())
          + scale
          + zeros(ratio.numerator());
    } else if (kind instanceof Kind.Share share) {
      String whole = share.whole() == Kind.Whole.GROUP ? "each group that holds it" : "its country";
      return link(share.numerator())
          + " of the region / "
          + link(share.denominator())
          + " of "
          + whole;
    } else if (kind instanceof Kind.PerCapita perCapita) {
      return perCapita.scale()
          + " x "
          + link(perCapita.numerator())
          + " / the latest `"
          + perCapita.series()
          + "` not after the end of the period, of its latest release";
    } else if (kind instanceof Kind.Rank rank) {
      return "the place by "
          + link(rank.of())
          + ", "
          + words(rank.direction())
          + ", "
          + words(rank.method())
          + ", among the members of "
          + sets(rank.sets());
    } else if (kind instanceof Kind.Growth growth) {
      String base = growth.base().orElse("the period before");
      return growth.annual()
          ? "(" + link(growth.of()) + " / its value in " + base + ") ^ (1 / years) - 1"
          : link(growth.of()) + " / its value in " + base + " - 1";
    } else if (kind instanceof Kind.Concentration concentration) {
      return "10,000 x the sum of the members' squared shares of " + link(concentration.of());
    } else if (kind instanceof Kind.Gap gap) {
      return "published figure - computed value, of every indicator in "
          + String.join(", ", gap.units());
    } else if (kind instanceof Kind.Revision revision) {
      return "`" + revision.series() + "` in its latest release - in its first";
    } else if (kind instanceof Kind.Composite composite) {
      return composite(composite);
    }
    return "";
  }

  private static String composite(Kind.Composite composite) {
    CompositeSpec spec = composite.spec();
    return level(spec.index())
        + "; scores are "
        + normalisation(spec.normalisation())
        + " over the members of "
        + sets(composite.sets())
        + "; a level needs "
        + spec.leastCoverage().exactText()
        + " of its weight";
  }

  private static String normalisation(Normalisation normalisation) {
    if (normalisation instanceof Normalisation.MinMax minMax) {
      return "min-max from " + number(minMax.low()) + " to " + number(minMax.high());
    } else if (normalisation instanceof Normalisation.Rank rank) {
      return "places from " + number(rank.low()) + " to " + number(rank.high());
    }
    return "standard deviations from the mean";
  }

  private static String number(double bound) {
    return DecimalText.of(bound);
  }

  private static String level(Level level) {
    return words(level.aggregation())
        + " mean of "
        + level.parts().stream().map(FormulaText::part).collect(Collectors.joining(", "));
  }

  private static String part(Component part) {
    String weight = part.weight().exactText().equals("1") ? "" : part.weight().exactText() + " x ";
    if (part instanceof Level level) {
      return weight + level.id() + " (" + level(level) + ")";
    }
    Transform transform = ((Member) part).transform();
    return weight
        + (transform == Transform.NONE
            ? link(part.id())
            : words(transform) + " of " + link(part.id()));
  }

  private static String sets(List<String> sets) {
    return sets.isEmpty() ? "each named group and country" : String.join(", ", sets);
  }

  private static String bracketed(List<Term> terms) {
    return terms.size() == 1 && terms.get(0).sign() > 0 ? sum(terms) : "(" + sum(terms) + ")";
  }

  private static String sum(List<Term> terms) {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      text.append(term.sign() < 0 ? " - " : text.isEmpty() ? "" : " + ")
          .append(link(term.indicator()));
    }
    return text.toString().strip();
  }

  private static String zeros(List<Term> terms) {
    List<String> zeros =
        terms.stream().filter(Term::zeroIfAbsent).map(t -> link(t.indicator())).toList();
    return zeros.isEmpty() ? "" : "; " + String.join(", ", zeros) + " is 0 where it is missing";
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String link(String id) {
    return "[`" + id + "`](#" + anchor(id) + ")";
  }

  /** As Markdown pages make anchors of headings: lower case, without dots. */
  private static String anchor(String id) {
    return id.replace(".", "");
  }
}
