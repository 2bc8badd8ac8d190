package org.kuroshio.indicators.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.definition.Kind.Term;
import org.kuroshio.indicators.exact.Rational;

/** Where sums of indicators and their quotients come from. */
record SumOrigin(CellLookup cells) {
  Origin of(Kind.Derived derived, CellQuestion cell) {
    Optional<Rational> sum = sum(derived.terms(), cell);
    return Origin.of(
        words(derived.terms()) + ", each of " + cell.region(),
        sum.map(s -> numbers(derived.terms(), cell)).orElse(""),
        parts("term", derived.terms(), cell),
        sum.map(Rational::exactText));
  }

  Origin of(Kind.Ratio ratio, CellQuestion cell) {
    Optional<Rational> numerator = sum(ratio.numerator(), cell);
    Optional<Rational> denominator = sum(ratio.denominator(), cell);
    boolean known = numerator.isPresent() && denominator.isPresent();
    List<Origin.Part> parts = new ArrayList<>(parts("numerator", ratio.numerator(), cell));
    parts.addAll(parts("denominator", ratio.denominator(), cell));
    return Origin.of(
        inBrackets(words(ratio.numerator()), ratio.numerator())
            + " divided by "
            + inBrackets(words(ratio.denominator()), ratio.denominator())
            + times(ratio.scale())
            + ", each of "
            + cell.region(),
        known
            ? inBrackets(numbers(ratio.numerator(), cell), ratio.numerator())
                + "/"
                + inBrackets(numbers(ratio.denominator(), cell), ratio.denominator())
                + times(ratio.scale())
            : "",
        parts,
        known && !denominator.get().isZero()
            ? Optional.of(
                numerator
                    .get()
                    .divide(denominator.get())
                    .multiply(Rational.of(ratio.scale()))
                    .exactText())
            : Optional.empty());
  }

  static String times(long scale) {
    return scale == 1 ? "" : " x " + scale;
  }

  private Optional<Rational> sum(List<Term> terms, CellQuestion cell) {
    Rational sum = Rational.ZERO;
    for (Term term : terms) {
      Optional<Rational> number = number(term, cell);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      sum = term.sign() < 0 ? sum.subtract(number.get()) : sum.add(number.get());
    }
    return Optional.of(sum);
  }

  /** Some terms count 0 where they are MISSING, as what holds them is known. */
  private Optional<Rational> number(Term term, CellQuestion cell) {
    CellQuestion input = cells.input(cell, term.indicator());
    return term.zeroIfAbsent() && cells.cell(input).isEmpty()
        ? Optional.of(Rational.ZERO)
        : cells.number(input);
  }

  private List<Origin.Part> parts(String role, List<Term> terms, CellQuestion cell) {
    return terms.stream()
        .map(
            term ->
                new Origin.Part(
                    role
                        + (term.sign() < 0 ? ", taken away" : "")
                        + (term.zeroIfAbsent() ? ", 0 where it is missing" : ""),
                    cells.input(cell, term.indicator())))
        .toList();
  }

  private static String words(List<Term> terms) {
    return joined(terms, terms.stream().map(Term::indicator).toList());
  }

  private String numbers(List<Term> terms, CellQuestion cell) {
    return joined(
        terms, terms.stream().map(t -> number(t, cell).orElseThrow().exactText()).toList());
  }

  private static String joined(List<Term> terms, List<String> texts) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      boolean minus = terms.get(i).sign() < 0;
      all.append(minus ? (i == 0 ? "-" : " - ") : (i == 0 ? "" : " + ")).append(texts.get(i));
    }
    return all.toString();
  }

  private static String inBrackets(String text, List<Term> terms) {
    return terms.size() > 1 ? "(" + text + ")" : text;
  }
}
