package org.kuroshio.indicators.alert.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;

/**
 * The figures that were published for all members of a group, in the order of their regions.
 *
 * @param figures one for each member
 */
record Column(String indicator, String group, String period, List<Figure> figures) {
  private record Address(String indicator, String group, String period) {}

  Column {
    figures = List.copyOf(figures);
  }

  static List<Column> of(Collection<Figure> all, Regions regions) {
    Map<String, Map<String, Figure>> byAddress = new TreeMap<>();
    Map<String, Address> addresses = new TreeMap<>();
    for (Figure figure : all) {
      if (!figure.group().isEmpty() && figure.isOneNumber() && figure.breakdown().isEmpty()) {
        Address address = new Address(figure.indicator(), figure.group(), figure.period());
        addresses.put(address.toString(), address);
        byAddress
            .computeIfAbsent(address.toString(), a -> new TreeMap<>())
            .put(figure.region(), figure);
      }
    }
    List<Column> columns = new ArrayList<>();
    byAddress.forEach(
        (name, byRegion) -> {
          Address address = addresses.get(name);
          if (members(address, regions).equals(byRegion.keySet())) {
            columns.add(
                new Column(
                    address.indicator(),
                    address.group(),
                    address.period(),
                    List.copyOf(byRegion.values())));
          }
        });
    return columns;
  }

  private static Set<String> members(Address address, Regions regions) {
    if (!regions.isKnown(address.group()) || regions.kind(address.group()) == Kind.WORLD) {
      return Set.of();
    }
    try {
      Period period =
          Period.parse(address.period(), regions.calendar(address.group()).orElse(null));
      return period.type() == PeriodType.TD
          ? Set.of()
          : new HashSet<>(regions.leaves(address.group(), period.end()));
    } catch (IllegalArgumentException e) {
      // a figure for a period that nobody knows has no column
      return Set.of();
    }
  }

  Rational published() {
    return figures.stream().map(Figure::low).reduce(Rational.ZERO, Rational::add);
  }

  String subject() {
    return String.join("|", indicator, group, period);
  }

  List<String> causes() {
    return figures.stream().map(Figure::entityId).collect(Collectors.toList());
  }
}
