package org.kuroshio.indicators.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodRange;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * Answers questions with rows: for each indicator and period the group's leaves, its unknown, what
 * is known for a group only, then the group itself. A range of periods ends with the facts that are
 * dated too roughly for any of them, so that a table adds up.
 */
public final class TableAnswer {
  private final IndicatorTable table;
  private final Catalogue catalogue;
  private final Regions regions;
  private final String language;

  /**
   * @param language of the names: en, ja or zh
   */
  public TableAnswer(IndicatorTable table, Catalogue catalogue, Regions regions, String language) {
    this.table = table;
    this.catalogue = catalogue;
    this.regions = regions;
    this.language = language;
  }

  /**
   * @throws org.kuroshio.indicators.definition.UnknownIndicatorException with the nearest id
   * @throws org.kuroshio.indicators.region.UnknownRegionException with the nearest code
   * @throws IllegalArgumentException if a period can't be read, or the indicator has no cells for
   *     its type
   */
  public List<TableRow> rows(TableQuery query) {
    Kind kind = regions.kind(query.group());
    if (kind != Kind.GROUP && kind != Kind.COUNTRY && kind != Kind.WORLD) {
      throw new IllegalArgumentException(
          "'"
              + query.group()
              + "' is no group of regions: ask for a country (JP), a named group (JP-KANTO11) or WORLD");
    }
    List<Period> periods =
        PeriodRange.parse(query.periods(), regions.calendar(query.group()).orElse(null));
    List<TableRow> rows = new ArrayList<>();
    for (String id : query.indicators()) {
      Indicator indicator = catalogue.get(id);
      Set<PeriodType> types = new LinkedHashSet<>();
      for (Period period : periods) {
        requirePeriod(indicator, period);
        types.add(period.type());
        rows.addAll(rows(indicator, query, period.label(), period));
      }
      if (query.periods().contains("..")) {
        types.forEach(type -> rows.addAll(roughlyDated(indicator, query, type)));
      }
    }
    return rows;
  }

  private static void requirePeriod(Indicator indicator, Period period) {
    if (!indicator.periods().contains(period.type())) {
      throw new IllegalArgumentException(
          indicator.id()
              + " has no cells for "
              + period.type()
              + " ('"
              + period.label()
              + "'); it has "
              + indicator.periods());
    }
  }

  private List<TableRow> rows(Indicator indicator, TableQuery query, String label, Period period) {
    Collection<IndicatorValue> cells = table.cells(indicator.id(), label, query.breakdown());
    List<TableRow> rows = new ArrayList<>();
    Set<String> units = new TreeSet<>();
    cells.stream().filter(c -> answers(c, query.group())).forEach(c -> units.add(c.getUnit()));
    if (units.isEmpty()) {
      units.add(indicator.unit());
    }
    for (String unit : units) {
      for (String region : regionsOf(query.group(), cells, period)) {
        rows.add(row(indicator, query, region, label, unit, cells));
      }
    }
    return rows;
  }

  private List<TableRow> roughlyDated(Indicator indicator, TableQuery query, PeriodType type) {
    String label = UnallocatedRows.PREFIX + type;
    Collection<IndicatorValue> cells = table.cells(indicator.id(), label, query.breakdown());
    if (cells.stream()
        .noneMatch(c -> answers(c, query.group()) && c.getRegion().equals(query.group()))) {
      return List.of();
    }
    return rows(indicator, query, label, Period.TO_DATE).stream()
        .filter(r -> r.status() != Status.MISSING)
        .toList();
  }

  private List<String> regionsOf(String group, Collection<IndicatorValue> cells, Period period) {
    Set<String> all = new LinkedHashSet<>();
    boolean world = regions.kind(group) == Kind.WORLD;
    Set<String> present = new TreeSet<>();
    cells.forEach(c -> present.add(c.getRegion()));
    java.time.LocalDate on =
        period.type() == PeriodType.TD ? java.time.LocalDate.of(9000, 1, 1) : period.end();
    if (world) {
      for (String country : regions.countries()) {
        if (present.contains(country)) {
          all.addAll(regions.leaves(country, on));
        }
      }
      present.stream()
          .filter(r -> regions.isKnown(r) && regions.kind(r) == Kind.COUNTRY_UNKNOWN)
          .forEach(all::add);
    } else {
      all.addAll(regions.leaves(group, on));
    }
    regions.unknownOf(group).ifPresent(all::add);
    for (String region : present) {
      if (region.startsWith(UnallocatedRows.PREFIX)) {
        String located = region.substring(UnallocatedRows.PREFIX.length());
        if (world || regions.containing(located, on).contains(group)) {
          all.add(region);
        }
      }
    }
    all.add(group);
    return List.copyOf(all);
  }

  /** Whether the cell's reference set is the group, its country, or none. */
  private boolean answers(IndicatorValue cell, String group) {
    return cell.getGroup().isEmpty()
        || cell.getGroup().equals(group)
        || cell.getGroup().equals(regions.country(group));
  }

  private TableRow row(
      Indicator indicator,
      TableQuery query,
      String region,
      String period,
      String unit,
      Collection<IndicatorValue> cells) {
    IndicatorValue best = null;
    for (IndicatorValue cell : cells) {
      boolean here =
          cell.getRegion().equals(region)
              && cell.getUnit().equals(unit)
              && answers(cell, query.group());
      if (here && (best == null || cell.getGroup().equals(query.group()))) {
        best = cell;
      }
    }
    String cut = table.cut().map(org.kuroshio.schemas.table.Cut::getCut).orElse("");
    return new TableRow(
        indicator.id(),
        indicator.version(),
        query.group(),
        region,
        name(region),
        period,
        query.breakdown(),
        best == null ? "" : Objects.requireNonNullElse(best.getValue(), ""),
        best == null ? "" : Objects.requireNonNullElse(best.getExact(), ""),
        unit,
        best == null ? Status.MISSING : best.getStatus(),
        best == null ? "" : Objects.requireNonNullElse(best.getRank(), ""),
        cut,
        best == null ? "" : Objects.requireNonNullElse(best.getNumerator(), ""),
        best == null ? "" : Objects.requireNonNullElse(best.getDenominator(), ""),
        best == null ? "" : Objects.requireNonNullElse(best.getReason(), ""));
  }

  private String name(String region) {
    if (region.startsWith(UnallocatedRows.PREFIX)) {
      return regions.name(region.substring(UnallocatedRows.PREFIX.length()), language)
          + " (only the group is known)";
    }
    return regions.name(region, language);
  }
}
