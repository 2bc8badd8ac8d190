package org.kuroshio.indicators.region;

import java.util.HashSet;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Set;

/**
 * The country codes of ISO 3166-1, with those of countries that are no more (SU, YU, DD), which old
 * patents still name, and XK, which is in use without being assigned. The JDK knows them and their
 * names.
 */
final class IsoCountries {

  private static final Set<String> CODES = codes();

  /** Languages with their locale; another language is answered in English. */
  private static final Map<String, Locale> LOCALES =
      Map.of("ja", Locale.JAPANESE, "zh", Locale.SIMPLIFIED_CHINESE);

  private static final Names REGION_UNKNOWN =
      new Names(Map.of("en", " (region unknown)", "ja", "（地域不明）", "zh", "（地区不明）"));

  private IsoCountries() {}

  static Set<String> all() {
    return CODES;
  }

  static boolean contains(String code) {
    return CODES.contains(code);
  }

  static String name(String code, String language) {
    Locale country = new Locale.Builder().setRegion(code).build();
    return country.getDisplayCountry(LOCALES.getOrDefault(language, Locale.ENGLISH));
  }

  /** The name of the unknown part of a country. */
  static String unknown(String countryName, String language) {
    return countryName + REGION_UNKNOWN.in(language);
  }

  private static Set<String> codes() {
    Set<String> codes = new HashSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));
    for (String formerly : Locale.getISOCountries(IsoCountryCode.PART3)) {
      codes.add(formerly.substring(0, 2));
    }
    codes.add("XK");
    return Set.copyOf(codes);
  }
}
