package org.kuroshio.ingest.region;

/** Places as they stand in addresses of any country. */
public final class Places {
  private Places() {}

  /**
   * @param city romanised; only looked at in Japan
   * @param state USPS code; in Japan a prefecture's name, if anything
   * @param country code or English name, or empty
   * @return {@code US-CA}, {@code JP-13}, {@code DE-ZZ}, {@code ZZ}
   * @throws org.kuroshio.ingest.rejection.RejectedException for a state of the United States or a
   *     country that does not exist
   */
  public static String region(String city, String state, String country, RegionTally tally) {
    if (!country.isEmpty() && Countries.code(country).equals("JP")) {
      return JapanesePlaces.region(state.isEmpty() ? city : city + "," + state, tally);
    }
    return UsStates.region(state, country, tally);
  }
}
