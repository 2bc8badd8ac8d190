package org.kuroshio.serve.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.region.Regions;

/** The region packs: leaves, and named groups with members that come and go. */
public final class RegionsAnswer {
  /** Before any change of membership. */
  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  private final Regions regions;

  public RegionsAnswer(Regions regions) {
    this.regions = regions;
  }

  /**
   * @param today the day whose members are listed as `leaves` of a group
   */
  public ObjectNode of(LocalDate today, Language language) {
    ObjectNode answer = Json.object();
    put(answer.putObject("world"), Regions.WORLD, language);
    ArrayNode countries = answer.putArray("countries");
    for (String country : regions.countries()) {
      putCountry(countries.addObject(), country, today, language);
    }
    return answer;
  }

  private void putCountry(ObjectNode node, String country, LocalDate today, Language language) {
    put(node, country, language);
    FiscalCalendar calendar = regions.calendar(country).orElseThrow();
    node.putObject("fiscalYear")
        .put("startMonth", calendar.startMonth())
        .put("label", calendar.label().name().toLowerCase(Locale.ROOT));
    put(node.putObject("unknown"), regions.unknownOf(country).orElseThrow(), language);
    ArrayNode leaves = node.putArray("leaves");
    regions.leaves(country, today).forEach(leaf -> put(leaves.addObject(), leaf, language));
    ArrayNode groups = node.putArray("groups");
    for (String group : regions.groups(country)) {
      ObjectNode one = groups.addObject();
      put(one, group, language);
      Json.putTexts(one, "leaves", regions.leaves(group, today));
      putMembers(one.putArray("members"), group);
    }
  }

  private void putMembers(ArrayNode members, String group) {
    List<LocalDate> starts = new ArrayList<>(List.of(BEGINNING));
    starts.addAll(regions.membershipChanges(group));
    Set<String> ever = new TreeSet<>();
    starts.forEach(day -> ever.addAll(regions.leaves(group, day)));
    for (String leaf : ever) {
      LocalDate from = null;
      for (LocalDate day : starts) {
        boolean in = regions.leaves(group, day).contains(leaf);
        if (in && from == null) {
          from = day;
        } else if (!in && from != null) {
          putMember(members, leaf, from, day.minusDays(1));
          from = null;
        }
      }
      if (from != null) {
        putMember(members, leaf, from, null);
      }
    }
  }

  private static void putMember(ArrayNode members, String leaf, LocalDate from, LocalDate to) {
    ObjectNode member = members.addObject().put("region", leaf);
    Json.putIfThere(member, "from", from.equals(BEGINNING) ? null : from);
    Json.putIfThere(member, "to", to);
  }

  private void put(ObjectNode node, String code, Language language) {
    node.put("code", code);
    node.put("name", regions.name(code, language.name()));
    ObjectNode names = node.putObject("names");
    for (Language each : Language.values()) {
      names.put(each.name(), regions.name(code, each.name()));
    }
  }
}
