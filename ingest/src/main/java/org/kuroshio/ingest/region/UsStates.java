package org.kuroshio.ingest.region;

import java.util.Set;

/** Codes of the United States Postal Service. */
public final class UsStates {
  private static final Set<String> STATES =
      Set.of(
          "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
          "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ",
          "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT",
          "VA", "WA", "WV", "WI", "WY", "DC");

  /** Of the United States for ISO 3166-2, and with country codes of their own in ISO 3166-1. */
  private static final Set<String> TERRITORIES = Set.of("AS", "GU", "MP", "PR", "UM", "VI");

  /** States in free association: the post's codes, but countries of their own. */
  private static final Set<String> ASSOCIATED = Set.of("FM", "MH", "PW");

  /** Post of the armed forces abroad. */
  private static final Set<String> FORCES = Set.of("AA", "AE", "AP");

  private UsStates() {}

  /**
   * The region of a place. A state is only looked at where the country is the United States or not
   * given.
   *
   * @param state USPS code, or empty
   * @param country code or English name, or empty
   * @return {@code US-CA}, {@code CA-ZZ} for another country, {@code US-ZZ}, or {@code ZZ} where
   *     nothing is given
   * @throws org.kuroshio.ingest.rejection.RejectedException for a state or a country that does not
   *     exist
   */
  public static String region(String state, String country, RegionTally tally) {
    String code = country.isEmpty() ? "" : Countries.code(country);
    if (TERRITORIES.contains(code)) {
      return "US-" + code;
    }
    if (!code.isEmpty() && !code.equals("US")) {
      tally.unknown("other-country");
      return code + "-ZZ";
    }
    if (!state.isEmpty()) {
      return state(state, tally);
    }
    tally.unknown(code.isEmpty() ? "no-country" : "no-state");
    return code.isEmpty() ? "ZZ" : "US-ZZ";
  }

  private static String state(String state, RegionTally tally) {
    if (isLeaf(state)) {
      return "US-" + state;
    }
    if (ASSOCIATED.contains(state)) {
      tally.unknown("other-country");
      return state + "-ZZ";
    }
    if (FORCES.contains(state)) {
      tally.unknown("no-state");
      return "US-ZZ";
    }
    throw UnknownCode.region(state, "code of a state or territory of the United States, like CA");
  }

  static boolean isLeaf(String code) {
    return STATES.contains(code) || TERRITORIES.contains(code);
  }
}
