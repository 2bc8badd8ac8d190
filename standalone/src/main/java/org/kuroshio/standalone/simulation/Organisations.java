package org.kuroshio.standalone.simulation;

import java.util.ArrayList;
import java.util.List;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.event.Sector;

/**
 * Who takes part: one university for each prefecture, firms without names, inventors as regions.
 */
final class Organisations {
  private static final String COUNTRY = "JP";

  private Organisations() {}

  static Party university(PartyRole role, String region, RegionBasis basis) {
    return party(role, Sector.ACADEMIA, region, basis)
        .setOrganisationId("simulation:university:" + region)
        .setOrganisationName("Simulated university, " + region)
        .build();
  }

  static Party firm(PartyRole role, String region, RegionBasis basis) {
    return party(role, Sector.INDUSTRY, region, basis).build();
  }

  /** One to four people, each an equal part of the invention. */
  static List<Party> inventors(String near, Chance chance) {
    int count = chance.between(1, 4);
    List<Party> inventors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String region = Prefectures.near(near, chance);
      inventors.add(
          party(PartyRole.INVENTOR, Sector.ACADEMIA, region, RegionBasis.INVENTOR)
              .setWeightDenominator(count)
              .build());
    }
    return inventors;
  }

  private static Party.Builder party(
      PartyRole role, Sector sector, String region, RegionBasis basis) {
    return Party.newBuilder()
        .setRole(role)
        .setSector(sector)
        .setCountry(COUNTRY)
        .setRegion(region)
        .setRegionBasis(basis);
  }
}
