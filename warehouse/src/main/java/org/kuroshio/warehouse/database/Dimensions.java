package org.kuroshio.warehouse.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;

/** The catalogue and the regions as rows. One transaction, whose connection is the caller's. */
final class Dimensions {
  private static final List<String> LANGUAGES = List.of("en", "ja", "zh");
  private static final Map<String, String> UNALLOCATED =
      Map.of("en", " (unallocated)", "ja", "（配分不能）", "zh", "（未分配）");
  private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

  private final Connection connection;

  Dimensions(Connection connection) {
    this.connection = connection;
  }

  void fill(Catalogue catalogue, Regions regions) throws SQLException {
    List<List<Object>> indicators = new ArrayList<>();
    catalogue.inOrder().forEach(indicator -> indicators.add(row(indicator)));
    replace("indicator", indicators);
    List<List<Object>> places = new ArrayList<>();
    List<List<Object>> members = new ArrayList<>();
    List<List<Object>> years = new ArrayList<>();
    for (String code : codes(regions)) {
      places.add(row(code, regions));
    }
    for (String country : regions.countries()) {
      places.add(unallocated(country, regions));
      regions.groups(country).forEach(group -> places.add(unallocated(group, regions)));
      members.addAll(members(country, regions));
      for (String group : regions.groups(country)) {
        members.addAll(members(group, regions));
      }
      regions
          .calendar(country)
          .ifPresent(year -> years.add(List.of(country, year.startMonth(), year.label().name())));
    }
    replace("region", places);
    replace("member", members);
    replace("fiscal_year", years);
  }

  private static List<Object> row(Indicator indicator) {
    List<Object> row = new ArrayList<>();
    row.add(indicator.id());
    row.add(indicator.version());
    row.add(indicator.facet().name());
    row.add(indicator.kind().word());
    row.add(indicator.unit());
    row.add(indicator.polarity());
    LANGUAGES.forEach(language -> row.add(indicator.title(language)));
    LANGUAGES.forEach(language -> row.add(indicator.description().get(language)));
    return row;
  }

  private static List<Object> row(String code, Regions regions) {
    List<Object> row =
        new ArrayList<>(List.of(code, regions.kind(code).name(), regions.country(code)));
    LANGUAGES.forEach(language -> row.add(regions.name(code, language)));
    return row;
  }

  /** The row for what is known of a group and of none of its regions. */
  private static List<Object> unallocated(String group, Regions regions) {
    List<Object> row =
        new ArrayList<>(
            List.of(UnallocatedRows.PREFIX + group, "UNALLOCATED", regions.country(group)));
    LANGUAGES.forEach(
        language -> row.add(regions.name(group, language) + UNALLOCATED.get(language)));
    return row;
  }

  /** Those of the packs; a country without one has no rows in any table but its unknown. */
  private static Set<String> codes(Regions regions) {
    Set<String> codes = new LinkedHashSet<>(List.of(Regions.WORLD, Regions.UNKNOWN));
    for (String country : regions.countries()) {
      codes.add(country);
      codes.add(country + "-ZZ");
      codes.addAll(regions.groups(country));
      days(country, regions).forEach(day -> codes.addAll(regions.leaves(country, day)));
    }
    return codes;
  }

  private static Collection<LocalDate> days(String country, Regions regions) {
    Set<LocalDate> days = new TreeSet<>(regions.membershipChanges(country));
    days.add(ALWAYS);
    return days;
  }

  /** A group's regions, each with the days between two changes that it belongs, joined. */
  private static List<List<Object>> members(String group, Regions regions) {
    List<List<Object>> rows = new ArrayList<>();
    Map<String, LocalDate> since = new HashMap<>();
    for (LocalDate day : days(regions.country(group), regions)) {
      Set<String> now = new TreeSet<>(regions.leaves(group, day));
      since.entrySet().stream()
          .filter(entry -> !now.contains(entry.getKey()))
          .forEach(
              entry ->
                  rows.add(
                      member(
                          group, entry.getKey(), entry.getValue(), day.minusDays(1).toString())));
      since.keySet().retainAll(now);
      now.forEach(region -> since.putIfAbsent(region, day));
    }
    since.forEach((region, from) -> rows.add(member(group, region, from, "infinity")));
    return rows;
  }

  private static List<Object> member(String group, String region, LocalDate from, String to) {
    return List.of(group, region, from.equals(ALWAYS) ? "-infinity" : from.toString(), to);
  }

  private void replace(String table, List<List<Object>> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM kuroshio_feed." + table);
    }
    int columns = rows.get(0).size();
    String places = String.join(", ", java.util.Collections.nCopies(columns, "?"));
    // text for a date is cast by the database, as infinity has no other form here
    String sql =
        table.equals("member")
            ? "INSERT INTO kuroshio_feed.member VALUES (?, ?, ?::date, ?::date)"
            : "INSERT INTO kuroshio_feed.%s VALUES (%s)".formatted(table, places);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (List<Object> row : rows) {
        for (int i = 0; i < columns; i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
