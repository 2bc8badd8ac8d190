package org.kuroshio.indicators.region;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * Every region that a table can have or an event can be in, from the region packs and the list of
 * countries. A location is what an event says (a leaf, a group, {@code JP-ZZ}, {@code ZZ}); a table
 * region is where it counts (also {@code JP} and {@code WORLD}).
 *
 * <p>Immutable, for any number of threads. Every method refuses a code that is not known with an
 * {@link UnknownRegionException}; codes of regions in a country without a pack are known to {@link
 * #canonical} only.
 */
public final class Regions {

  public static final String WORLD = "WORLD";

  /** Nothing is known of the place. */
  public static final String UNKNOWN = "ZZ";

  private static final String UNKNOWN_SUFFIX = "-" + UNKNOWN;

  private static final Names WORLD_NAMES = new Names(Map.of("en", "World", "ja", "世界", "zh", "世界"));
  private static final Names UNKNOWN_NAMES =
      new Names(Map.of("en", "Unknown", "ja", "不明", "zh", "不明"));

  private final SortedMap<String, RegionPack> packs;
  private final Map<String, PackTimeline> timelines = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  /**
   * @param countryCode {@code ZZ} and {@code WORLD} for those two
   * @param holders where no pack has a say in it, the table regions that the location counts in
   */
  private record Place(Kind kind, String countryCode, Set<String> holders) {}

  Regions(SortedMap<String, RegionPack> packs) {
    this.packs = packs;
    places.put(WORLD, new Place(Kind.WORLD, WORLD, Set.of(WORLD)));
    places.put(UNKNOWN, new Place(Kind.UNKNOWN, UNKNOWN, ordered(UNKNOWN, WORLD)));
    for (String country : IsoCountries.all()) {
      places.put(country, new Place(Kind.COUNTRY, country, ordered(country, WORLD)));
      String unknown = country + UNKNOWN_SUFFIX;
      places.put(
          unknown, new Place(Kind.COUNTRY_UNKNOWN, country, ordered(unknown, country, WORLD)));
    }
    packs.forEach(
        (country, pack) -> {
          pack.leaves()
              .keySet()
              .forEach(leaf -> places.put(leaf, new Place(Kind.LEAF, country, Set.of())));
          pack.groups()
              .keySet()
              .forEach(group -> places.put(group, new Place(Kind.GROUP, country, Set.of())));
          aliases.putAll(pack.aliases());
          timelines.put(country, new PackTimeline(pack));
        });
  }

  /** The packs in the jar. */
  public static Regions shipped() {
    return ShippedPacks.REGIONS;
  }

  /**
   * The packs in the jar and others: a file with leaves adds a country, one without adds groups to
   * a country.
   *
   * @throws org.kuroshio.schemas.yaml.DefinitionException if a file is missing or wrong
   */
  public static Regions load(List<Path> extra) {
    return ShippedPacks.with(extra);
  }

  /**
   * Whether a table may have this region: packs' codes, every country, every {@code CC-ZZ}, WORLD
   * and ZZ.
   */
  public boolean isKnown(String code) {
    return places.containsKey(Objects.requireNonNull(code, "code"));
  }

  public Kind kind(String code) {
    return place(code).kind();
  }

  /**
   * The location that events are counted under: {@code JP} is {@code JP-ZZ}, {@code DE-BY} is
   * {@code DE-ZZ} as long as there is no pack of Germany, {@code WORLD} is {@code ZZ}, an alias is
   * the code that it stands for.
   *
   * @throws UnknownRegionException for a leaf that a country with a pack does not have, and for no
   *     code at all
   */
  public String canonical(String code) {
    Place place = places.get(Objects.requireNonNull(code, "code"));
    if (place != null) {
      return switch (place.kind()) {
        case LEAF, GROUP, COUNTRY_UNKNOWN, UNKNOWN -> code;
        case COUNTRY -> code + UNKNOWN_SUFFIX;
        case WORLD -> UNKNOWN;
      };
    }
    String meant = aliases.get(code);
    if (meant != null) {
      return meant;
    }
    if (code.length() > 3 && code.charAt(2) == '-') {
      String country = code.substring(0, 2);
      if (IsoCountries.contains(country) && !packs.containsKey(country)) {
        return country + UNKNOWN_SUFFIX;
      }
    }
    throw new UnknownRegionException(code, nearest(code));
  }

  /** The country of the code; {@code ZZ} for ZZ, {@code WORLD} for WORLD. */
  public String country(String code) {
    return place(code).countryCode();
  }

  /**
   * Every table region that counts what is at the location: itself, the groups that hold all of it
   * on that day, by code, the country and WORLD. The set's order is that one, it does not change,
   * and the same one is given each time.
   *
   * @param on the day whose memberships hold
   */
  public Set<String> containing(String location, LocalDate on) {
    Place place = place(location);
    Objects.requireNonNull(on, "on");
    return place.holders().isEmpty()
        ? timelines.get(place.countryCode()).containing(location, on)
        : place.holders();
  }

  /** The days on which a membership in the code's country begins or has ended, ascending. */
  public List<LocalDate> membershipChanges(String code) {
    PackTimeline timeline = timelines.get(place(code).countryCode());
    return timeline == null ? List.of() : timeline.changes();
  }

  /**
   * The leaves of a group on a day, in the order of their codes. A country has all its leaves, and
   * none without a pack; WORLD has those of all packs; a leaf has itself; what is unknown has none.
   */
  public List<String> leaves(String group, LocalDate on) {
    Place place = place(group);
    Objects.requireNonNull(on, "on");
    return switch (place.kind()) {
      case GROUP -> List.copyOf(timelines.get(place.countryCode()).leaves(group, on));
      case LEAF -> List.of(group);
      case COUNTRY ->
          packs.containsKey(group) ? List.copyOf(packs.get(group).leaves().keySet()) : List.of();
      case WORLD ->
          packs.values().stream()
              .flatMap(pack -> pack.leaves().keySet().stream())
              .sorted()
              .toList();
      case COUNTRY_UNKNOWN, UNKNOWN -> List.of();
    };
  }

  /**
   * The row for what is in the group and in none of its leaves: JP has {@code JP-ZZ}, WORLD has
   * {@code ZZ}, others none.
   */
  public Optional<String> unknownOf(String group) {
    return switch (place(group).kind()) {
      case COUNTRY -> Optional.of(group + UNKNOWN_SUFFIX);
      case WORLD -> Optional.of(UNKNOWN);
      case LEAF, GROUP, COUNTRY_UNKNOWN, UNKNOWN -> Optional.empty();
    };
  }

  /**
   * Whether the location is a group that shares leaves with the other group (or is around that
   * leaf) without lying inside it, so that the other's value may lack something.
   */
  public boolean overlapsPartly(String location, String group, LocalDate on) {
    return mayOverlap(location, group)
        && timelines.get(country(location)).overlapsPartly(location, group, on);
  }

  /** As {@link #overlapsPartly(String, String, LocalDate)} on any day. */
  public boolean overlapsPartly(String location, String group) {
    return mayOverlap(location, group)
        && timelines.get(country(location)).overlapsPartly(location, group);
  }

  private boolean mayOverlap(String location, String group) {
    Kind other = kind(group);
    return kind(location) == Kind.GROUP
        && (other == Kind.GROUP || other == Kind.LEAF)
        && country(location).equals(country(group));
  }

  /** The fiscal years of the code's country, if it has a pack. */
  public Optional<FiscalCalendar> calendar(String code) {
    return Optional.ofNullable(packs.get(country(code))).map(RegionPack::calendar);
  }

  /**
   * The name for people.
   *
   * @param language {@code en}, {@code ja} or {@code zh}; where that name is missing, and for any
   *     other, the English one
   */
  public String name(String code, String language) {
    Place place = place(code);
    Objects.requireNonNull(language, "language");
    RegionPack pack = packs.get(place.countryCode());
    return switch (place.kind()) {
      case WORLD -> WORLD_NAMES.in(language);
      case UNKNOWN -> UNKNOWN_NAMES.in(language);
      case LEAF -> pack.leaves().get(code).in(language);
      case GROUP -> pack.groups().get(code).names().in(language);
      case COUNTRY -> countryName(code, language);
      case COUNTRY_UNKNOWN ->
          IsoCountries.unknown(countryName(place.countryCode(), language), language);
    };
  }

  private String countryName(String country, String language) {
    RegionPack pack = packs.get(country);
    return pack == null ? IsoCountries.name(country, language) : pack.names().in(language);
  }

  /** The codes of the country's named groups, ascending; none without a pack. */
  public List<String> groups(String country) {
    place(country);
    return Optional.ofNullable(packs.get(country))
        .map(pack -> List.copyOf(pack.groups().keySet()))
        .orElse(List.of());
  }

  /** The codes of the countries with a pack, ascending. */
  public List<String> countries() {
    return List.copyOf(packs.keySet());
  }

  /**
   * The known code that was probably meant: the one with that name, else one with few letters
   * changed.
   */
  public Optional<String> nearest(String code) {
    for (RegionPack pack : packs.values()) {
      Optional<String> named = pack.codeNamed(code);
      if (named.isPresent()) {
        return named;
      }
    }
    String country = code.length() > 2 && code.charAt(2) == '-' ? code.substring(0, 2) : "";
    RegionPack pack = packs.get(country);
    return Nearest.to(code, pack == null ? places.keySet() : pack.codes());
  }

  private Place place(String code) {
    Place place = places.get(Objects.requireNonNull(code, "code"));
    if (place == null) {
      throw new UnknownRegionException(
          code, Optional.ofNullable(aliases.get(code)).or(() -> nearest(code)));
    }
    return place;
  }

  private static Set<String> ordered(String... codes) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(codes)));
  }
}
