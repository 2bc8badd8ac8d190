package org.kuroshio.ingest.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Romanised names of cities, wards, towns, villages and prefectures to prefectures, for publishers
 * who print no more. A name that may be in two prefectures stays unknown.
 */
public final class JapanesePlaces {
  private static final Map<String, List<Place>> PLACES = places();

  private record Place(String kind, int prefecture) {}

  private JapanesePlaces() {}

  private static Map<String, List<Place>> places() {
    Map<String, List<Place>> places = new HashMap<>();
    for (String[] row : RegionTable.rows("japanese-places.csv")) {
      places
          .computeIfAbsent(row[0], name -> new ArrayList<>())
          .add(new Place(row[1], Integer.parseInt(row[2])));
    }
    return Map.copyOf(places);
  }

  /**
   * @param text a name ({@code Fuchu}), with what it is ({@code Fuchu-shi}), or several with commas
   *     ({@code Fuchu, Tokyo}), of which those that are known must agree
   * @return {@code JP-ZZ} where the name is not given, not known, or means several places
   */
  public static String region(String text, RegionTally tally) {
    if (text.isBlank()) {
      tally.unknown("no-city");
      return "JP-ZZ";
    }
    Set<Integer> possible = new TreeSet<>();
    Set<Integer> major = new TreeSet<>();
    boolean known = false;
    for (String part : text.split("[,、，/]", -1)) {
      PlaceName name = PlaceName.of(part);
      Set<Integer> here = prefectures(name, false);
      if (!here.isEmpty()) {
        if (known) {
          possible.retainAll(here);
        } else {
          possible.addAll(here);
        }
        known = true;
        major.addAll(prefectures(name, true));
      }
    }
    if (possible.size() > 1) {
      major.retainAll(possible);
      possible = major;
    }
    if (possible.size() == 1) {
      return JisPrefectures.region(possible.iterator().next());
    }
    tally.unknown(known ? "ambiguous-city" : "unknown-city");
    return "JP-ZZ";
  }

  private static Set<Integer> prefectures(PlaceName name, boolean majorOnly) {
    Set<Integer> prefectures = new TreeSet<>();
    for (Place place : PLACES.getOrDefault(name.spelling(), List.of())) {
      if (name.mayBe(place.kind()) && (!majorOnly || place.kind().equals("major"))) {
        prefectures.add(place.prefecture());
      }
    }
    return prefectures;
  }
}
