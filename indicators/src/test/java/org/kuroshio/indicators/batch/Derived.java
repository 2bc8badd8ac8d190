package org.kuroshio.indicators.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.exact.Rational;

/** Values made of other values. */
final class Derived {
  private static final String STOCK = "venture.stock|firms";

  private final Map<String, Value> cells;

  Derived(Map<String, Value> cells) {
    this.cells = cells;
  }

  Set<String> breakdowns(String indicator) {
    Set<String> found = new TreeSet<>();
    for (String key : cells.keySet()) {
      if (key.startsWith(indicator + "|")) {
        found.add(key.split("\\|", -1)[4]);
      }
    }
    return found;
  }

  /** The rows of an indicator by period. */
  private Map<String, Map<String, Value>> table(String indicatorAndUnit, String breakdown) {
    String[] wanted = indicatorAndUnit.split("\\|", -1);
    Map<String, Map<String, Value>> table = new TreeMap<>();
    cells.forEach(
        (key, value) -> {
          String[] parts = key.split("\\|", -1);
          if (parts[0].equals(wanted[0])
              && parts[4].equals(breakdown)
              && parts[5].equals(wanted[1])) {
            table.computeIfAbsent(parts[3], p -> new TreeMap<>()).put(parts[2], value);
          }
        });
    return table;
  }

  private static boolean isOf(String period, List<String> types) {
    boolean year = period.matches("\\d{4}") || period.matches("FY\\d{4}");
    return year || (period.equals("TD") && types.contains("TD"));
  }

  void shares(String id, String of, String breakdown, boolean country, List<String> types) {
    table(of, breakdown)
        .forEach(
            (period, rows) -> {
              if (isOf(period, types)) {
                for (String whole : country ? List.of("JP") : sets()) {
                  shares(id, period, breakdown, whole, rows);
                }
                shareOfUs(id, period, breakdown, rows);
              }
            });
  }

  private static List<String> sets() {
    List<String> sets = new ArrayList<>(Places.GROUPS.keySet());
    sets.add("JP");
    return sets;
  }

  private void shares(
      String id, String period, String breakdown, String whole, Map<String, Value> rows) {
    Set<String> parts = new TreeSet<>(Places.members(whole));
    parts.add(whole);
    if (whole.equals("JP")) {
      parts.add("JP-ZZ");
      parts.addAll(Places.GROUPS.keySet());
    }
    for (String row : rows.keySet()) {
      if (row.startsWith(Places.UNALLOCATED) && Places.rows(Places.plain(row)).contains(whole)) {
        parts.add(row);
      }
    }
    for (String part : parts) {
      share(id, period, breakdown, whole, part, rows);
    }
  }

  private void shareOfUs(String id, String period, String breakdown, Map<String, Value> rows) {
    for (String part : List.of("US-CA", "US")) {
      share(id, period, breakdown, "US", part, rows);
    }
  }

  private void share(
      String id,
      String period,
      String breakdown,
      String whole,
      String part,
      Map<String, Value> rows) {
    Value above = rows.get(part);
    Value below = rows.get(whole);
    if (above == null || below == null) {
      return;
    }
    Value share =
        below.number().isZero()
            ? Value.UNDEFINED
            : Value.of(above.number().divide(below.number()), above.doubt().or(below.doubt()));
    put(id, whole, part, period, breakdown, "ratio", share);
  }

  void coreRatio() {
    Map<String, Map<String, Value>> core = table("venture.core_stock|firms", "");
    table(STOCK, "")
        .forEach(
            (period, rows) -> {
              if (!isOf(period, List.of())) {
                return;
              }
              rows.forEach(
                  (row, all) -> {
                    Value some = core.getOrDefault(period, Map.of()).get(row);
                    Rational above = some == null ? Rational.ZERO : some.number();
                    Doubt doubt = some == null ? all.doubt() : all.doubt().or(some.doubt());
                    if (!row.startsWith(Places.UNALLOCATED)) {
                      put(
                          "venture.core_ratio",
                          "",
                          row,
                          period,
                          "",
                          "ratio",
                          all.number().isZero()
                              ? Value.UNDEFINED
                              : Value.of(above.divide(all.number()), doubt));
                    }
                  });
            });
  }

  /** The numbers of a set's members; empty where there is none at all, null where one can't say. */
  private record Members(Map<String, Rational> numbers, Doubt doubt, boolean comparable) {}

  private static Members members(String set, Map<String, Value> rows) {
    Map<String, Rational> numbers = new TreeMap<>();
    Doubt doubt = Doubt.NORMAL;
    List<String> leaves = Places.members(set);
    for (String leaf : leaves) {
      if (rows.containsKey(leaf)) {
        numbers.put(leaf, rows.get(leaf).number());
        doubt = doubt.or(rows.get(leaf).doubt());
      }
    }
    boolean nowhere = false;
    for (Map.Entry<String, Value> row : rows.entrySet()) {
      boolean unplaced =
          (set.equals("JP") && row.getKey().equals("JP-ZZ"))
              || (row.getKey().startsWith(Places.UNALLOCATED)
                  && Places.rows(Places.plain(row.getKey())).contains(set));
      nowhere |= unplaced && row.getValue().number().signum() > 0;
    }
    return new Members(numbers, doubt, numbers.size() == leaves.size() && !nowhere);
  }

  void ranks() {
    table(STOCK, "")
        .forEach(
            (period, rows) -> {
              for (String set : isOf(period, List.of()) ? sets() : List.<String>of()) {
                Members members = members(set, rows);
                boolean nothing = members.numbers().isEmpty();
                for (String leaf : nothing ? List.<String>of() : Places.members(set)) {
                  put("venture.rank", set, leaf, period, "", "rank", rank(members, leaf, "1224"));
                  put(
                      "venture.rank_dense",
                      set,
                      leaf,
                      period,
                      "",
                      "rank",
                      rank(members, leaf, "1223"));
                  put(
                      "venture.rank_fractional",
                      set,
                      leaf,
                      period,
                      "",
                      "rank",
                      rank(members, leaf, "mean"));
                }
              }
            });
  }

  private static Value rank(Members members, String leaf, String method) {
    if (!members.comparable()) {
      return Value.UNDEFINED;
    }
    Rational mine = members.numbers().get(leaf);
    long more = members.numbers().values().stream().filter(n -> n.compareTo(mine) > 0).count();
    long same = members.numbers().values().stream().filter(mine::equals).count();
    long moreKinds =
        members.numbers().values().stream().filter(n -> n.compareTo(mine) > 0).distinct().count();
    Rational rank =
        switch (method) {
          case "1224" -> Rational.of(more + 1);
          case "1223" -> Rational.of(moreKinds + 1);
          default -> Rational.of(2 * more + 1 + same, 2);
        };
    return new Value(rank, rank.decimalText(), members.doubt());
  }

  void concentration() {
    table(STOCK, "")
        .forEach(
            (period, rows) -> {
              for (String set : isOf(period, List.of()) ? sets() : List.<String>of()) {
                Members members = members(set, rows);
                if (!members.numbers().isEmpty()) {
                  put(
                      "venture.concentration",
                      set,
                      set,
                      period,
                      "",
                      "points",
                      members.comparable() ? hhi(members) : Value.UNDEFINED);
                }
              }
            });
  }

  private static Value hhi(Members members) {
    Rational total = members.numbers().values().stream().reduce(Rational.ZERO, Rational::add);
    if (total.isZero()) {
      return Value.UNDEFINED;
    }
    Rational sum = Rational.ZERO;
    for (Rational number : members.numbers().values()) {
      Rational share = number.divide(total);
      sum = sum.add(share.multiply(share));
    }
    return Value.of(sum.multiply(Rational.of(10_000)), members.doubt());
  }

  private void put(
      String id,
      String group,
      String row,
      String period,
      String breakdown,
      String unit,
      Value value) {
    cells.put(String.join("|", id, group, row, period, breakdown, unit), value);
  }
}
