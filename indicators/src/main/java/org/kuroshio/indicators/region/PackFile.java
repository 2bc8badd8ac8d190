package org.kuroshio.indicators.region;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlTree;

/**
 * Reads a pack from YAML. A file with {@code leaves} describes a new country; a file without them
 * adds groups and aliases to a country that is there already.
 */
final class PackFile {

  private static final Set<String> KEYS =
      Set.of("country", "names", "fiscal_calendar", "leaves", "groups", "aliases");
  private static final Set<String> LANGUAGES = Set.of("en", "ja", "zh");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,20}");

  private final YamlMap root;
  private final String country;
  private final SortedMap<String, Names> leaves = new TreeMap<>();
  private final SortedMap<String, RegionGroup> groups = new TreeMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  private PackFile(YamlMap root, String country) {
    this.root = root;
    this.country = country;
  }

  /**
   * @param file the name for messages
   * @param known the packs read before, by country
   * @throws DefinitionException naming file, line and what would be right
   */
  static RegionPack read(String file, String text, Map<String, RegionPack> known) {
    YamlMap root = YamlTree.parse(file, text).asMap().only(KEYS);
    YamlNode country = root.get("country");
    if (!IsoCountries.contains(country.text())) {
      throw country.problem(
          "'" + country.text() + "' is not an ISO 3166-1 country code of two capital letters");
    }
    PackFile pack = new PackFile(root, country.text());
    return Optional.ofNullable(known.get(country.text())).map(pack::extend).orElseGet(pack::create);
  }

  private RegionPack create() {
    YamlNode calendar = root.get("fiscal_calendar");
    root.get("leaves")
        .asMap()
        .values()
        .forEach((code, names) -> leaves.put(free(code, names), names(names)));
    if (leaves.isEmpty()) {
      throw root.get("leaves").problem("a country has at least one leaf");
    }
    readGroupsAndAliases();
    return new RegionPack(
        country, names(root.get("names")), calendar(calendar), leaves, groups, aliases);
  }

  private RegionPack extend(RegionPack old) {
    for (String key : List.of("names", "fiscal_calendar", "leaves")) {
      root.find(key)
          .ifPresent(
              node -> {
                throw node.problem(
                    "the country "
                        + country
                        + " is known already; a file that adds to it has only country, groups and"
                        + " aliases");
              });
    }
    leaves.putAll(old.leaves());
    groups.putAll(old.groups());
    aliases.putAll(old.aliases());
    readGroupsAndAliases();
    return new RegionPack(country, old.names(), old.calendar(), leaves, groups, aliases);
  }

  private void readGroupsAndAliases() {
    root.find("groups").ifPresent(node -> node.asMap().values().forEach(this::readGroup));
    root.find("aliases").ifPresent(node -> node.asMap().values().forEach(this::readAlias));
  }

  private void readGroup(String code, YamlNode group) {
    YamlMap node = group.asMap().only(Set.of("names", "members"));
    free(code, node);
    List<Member> members = new ArrayList<>();
    for (YamlNode member : node.get("members").asList().items()) {
      members.add(
          member instanceof YamlMap dated
              ? datedMember(dated)
              : new Member(leaf(member), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (members.isEmpty()) {
      throw node.problem("the group " + code + " has no members");
    }
    refuseOverlap(members, node);
    groups.put(code, new RegionGroup(code, names(node.get("names")), members));
  }

  private Member datedMember(YamlMap node) {
    node.only(Set.of("region", "from", "to"));
    int from = node.find("from").map(PackFile::day).orElse(Integer.MIN_VALUE);
    int to = node.find("to").map(PackFile::day).orElse(Integer.MAX_VALUE);
    if (to < from) {
      throw node.problem("the membership of " + node.text("region") + " ends before it begins");
    }
    return new Member(leaf(node.get("region")), from, to);
  }

  private static void refuseOverlap(List<Member> members, YamlNode node) {
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        Member a = members.get(i);
        Member b = members.get(j);
        if (a.leaf().equals(b.leaf()) && a.fromDay() <= b.toDay() && b.fromDay() <= a.toDay()) {
          throw node.problem(a.leaf() + " is a member twice at the same time");
        }
      }
    }
  }

  private void readAlias(String alias, YamlNode node) {
    String code = node.text();
    if (!leaves.containsKey(code) && !groups.containsKey(code)) {
      throw node.problem(
          "the alias " + alias + " stands for the unknown region '" + code + "'" + hint(code));
    }
    aliases.put(free(alias, node), code);
  }

  /** The code, if it is one of this country and names nothing else yet. */
  private String free(String code, YamlNode node) {
    if (!CODE.matcher(code).matches() || !code.startsWith(country + "-")) {
      throw node.problem(
          "'"
              + code
              + "' is not a region of "
              + country
              + "; write "
              + country
              + "- and capital letters or digits");
    }
    boolean taken =
        leaves.containsKey(code) || groups.containsKey(code) || aliases.containsKey(code);
    if (taken || code.equals(country + "-ZZ")) {
      throw node.problem(
          "the code "
              + code
              + " is taken"
              + (taken ? "" : ": it means that the subdivision is unknown"));
    }
    return code;
  }

  private String leaf(YamlNode node) {
    if (!leaves.containsKey(node.text())) {
      throw node.problem("'" + node.text() + "' is not a leaf of " + country + hint(node.text()));
    }
    return node.text();
  }

  private String hint(String code) {
    return Nearest.hint(code, leaves.keySet());
  }

  private static Names names(YamlNode node) {
    Map<String, String> names = new HashMap<>();
    YamlMap languages = node.asMap().only(LANGUAGES);
    languages.get(Names.FALLBACK);
    languages.values().forEach((language, name) -> names.put(language, name.text()));
    return new Names(names);
  }

  private static FiscalCalendar calendar(YamlNode node) {
    YamlMap calendar = node.asMap().only(Set.of("start_month", "label"));
    return node.place()
        .checked(
            () ->
                new FiscalCalendar(
                    calendar.integer("start_month"),
                    calendar.constant("label", FiscalCalendar.YearLabel.class)));
  }

  private static int day(YamlNode node) {
    try {
      return Math.toIntExact(LocalDate.parse(node.text()).toEpochDay());
    } catch (DateTimeException | ArithmeticException e) {
      throw node.problem("'" + node.text() + "' is not a day; write it like 2014-02-26");
    }
  }
}
