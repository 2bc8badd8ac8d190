package org.kuroshio.indicators.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Concentration;
import org.kuroshio.indicators.formula.Direction;
import org.kuroshio.indicators.formula.Ranking;

/** Where places among a group's members, and their concentration, come from. */
record MembersOrigin(CellLookup cells) {
  Origin of(Kind.Rank rank, CellQuestion cell) {
    List<CellQuestion> members = members(rank.of(), cell);
    Map<String, Rational> numbers = numbers(members);
    Map<String, Rational> places =
        numbers.size() == members.size()
            ? Ranking.rank(numbers, rank.method(), rank.direction())
            : Map.of();
    Optional<Rational> place = Optional.ofNullable(places.get(cell.region()));
    List<Origin.Part> parts = new ArrayList<>();
    for (String region : places.isEmpty() ? numbers.keySet() : places.keySet()) {
      String role = places.isEmpty() ? "member" : "ranked " + places.get(region).decimalText();
      parts.add(new Origin.Part(role, cells.input(cell, rank.of(), region)));
    }
    members.stream()
        .filter(member -> !numbers.containsKey(member.region()))
        .forEach(member -> parts.add(new Origin.Part("member without a number", member)));
    parts.addAll(unplaced(rank.of(), cell));
    return Origin.of(
        "place of "
            + cell.region()
            + " among the "
            + members.size()
            + " members of "
            + cell.group()
            + " by "
            + rank.of()
            + (rank.direction() == Direction.HIGHEST_FIRST ? ", the highest" : ", the lowest")
            + " first; equal numbers share a place ("
            + written(rank.method())
            + ")",
        place.map(p -> p.decimalText() + " of " + numbers.size()).orElse(""),
        parts,
        place.map(Rational::exactText));
  }

  Origin of(Kind.Concentration concentration, CellQuestion cell) {
    List<CellQuestion> members = members(concentration.of(), cell);
    Map<String, Rational> numbers = numbers(members);
    boolean known = numbers.size() == members.size() && !numbers.isEmpty();
    List<Origin.Part> parts = new ArrayList<>();
    members.forEach(member -> parts.add(new Origin.Part("member", member)));
    parts.addAll(unplaced(concentration.of(), cell));
    return Origin.of(
        "10000 times the sum of the squared shares of the members of "
            + cell.group()
            + " in their sum of "
            + concentration.of(),
        known ? calculation(numbers) : "",
        parts,
        known ? Concentration.hhi(numbers.values()).map(Rational::exactText) : Optional.empty());
  }

  private static String calculation(Map<String, Rational> numbers) {
    Rational sum = numbers.values().stream().reduce(Rational.ZERO, Rational::add);
    return numbers.values().stream()
        .map(number -> number.exactText() + "^2")
        .collect(Collectors.joining(" + ", "10000 x (", ")/" + sum.exactText() + "^2"));
  }

  private static String written(Ranking.Method method) {
    return switch (method) {
      case COMPETITION -> "1, 2, 2, 4";
      case DENSE -> "1, 2, 2, 3";
      case FRACTIONAL -> "1, 2.5, 2.5, 4";
    };
  }

  private List<CellQuestion> members(String indicator, CellQuestion cell) {
    return cells.leaves(cell, cell.group()).stream()
        .map(leaf -> cells.input(cell, indicator, leaf))
        .toList();
  }

  private Map<String, Rational> numbers(List<CellQuestion> members) {
    Map<String, Rational> numbers = new LinkedHashMap<>();
    members.forEach(member -> cells.number(member).ifPresent(n -> numbers.put(member.region(), n)));
    return numbers;
  }

  /** Facts of the group that lie in none of its members: while there are any, nothing is ranked. */
  private List<Origin.Part> unplaced(String indicator, CellQuestion cell) {
    List<CellQuestion> rows = new ArrayList<>();
    cells
        .regions()
        .unknownOf(cell.group())
        .ifPresent(unknown -> rows.add(cells.input(cell, indicator, unknown)));
    for (CellQuestion row : cells.unallocated(cells.input(cell, indicator, cell.group()))) {
      if (cells.liesIn(row, cell.group())) {
        rows.add(row);
      }
    }
    return rows.stream()
        .filter(row -> cells.number(row).filter(n -> !n.isZero()).isPresent())
        .map(row -> new Origin.Part("in no known member", row))
        .toList();
  }
}
