package org.kuroshio.ingest.region;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes and English names of countries to ISO 3166-1 alpha-2; withdrawn codes stay what they are.
 */
public final class Countries {
  private static final Map<String, String> BY_NAME = byName();
  private static final Set<String> CODES = codes();

  /** Names come from a file's few spellings; the bound keeps nonsense from filling the memory. */
  private static final int MOST_SPELLINGS = 10_000;

  private static final Map<String, String> SPELLINGS = new ConcurrentHashMap<>();

  private Countries() {}

  /**
   * @param nameOrCode alpha-2, alpha-3 or an English name, in any case
   * @throws org.kuroshio.ingest.rejection.RejectedException if it is none of them
   */
  public static String code(String nameOrCode) {
    if (CODES.contains(nameOrCode)) {
      return nameOrCode;
    }
    String known = SPELLINGS.get(nameOrCode);
    if (known != null) {
      return known;
    }
    String found = BY_NAME.get(plain(nameOrCode));
    if (found == null) {
      throw UnknownCode.country(nameOrCode);
    }
    if (SPELLINGS.size() < MOST_SPELLINGS) {
      SPELLINGS.put(nameOrCode, found);
    }
    return found;
  }

  private static Set<String> codes() {
    Set<String> codes = new java.util.HashSet<>(Set.of(Locale.getISOCountries()));
    // XK is user-assigned, but everybody uses it for Kosovo
    codes.add("XK");
    // ISO 3166-3 names a withdrawn country by its old code and two letters of the new one
    for (String former : Locale.getISOCountries(Locale.IsoCountryCode.PART3)) {
      codes.add(former.substring(0, 2));
    }
    return Set.copyOf(codes);
  }

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      names.put(plain(code), code);
      names.put(plain(country.getISO3Country()), code);
      names.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
    }
    CountryAliases.ALL.forEach((alias, code) -> names.put(plain(alias), code));
    return Map.copyOf(names);
  }

  /** Without case, accents, punctuation and {@code the}. */
  private static String plain(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return letters
        .toLowerCase(Locale.ROOT)
        .replace("&", " and ")
        .replaceAll("[^a-z]+", " ")
        .replaceAll("\\bthe\\b", " ")
        .replaceAll(" +", " ")
        .strip();
  }
}
