package org.kuroshio.standalone.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.patent.ApplicationRoute;
import org.kuroshio.schemas.patent.ApplicationStatus;
import org.kuroshio.schemas.patent.Deal;
import org.kuroshio.schemas.patent.DealKind;
import org.kuroshio.schemas.patent.Disclosure;

/**
 * Inventions on their way through a technology transfer office: disclosed, filed, granted,
 * licensed.
 */
final class Inventions {
  private static final String HOME_OFFICE = "JP";
  private static final List<String> OFFICES_ABROAD = List.of("US", "EP", "WO", "CN");
  private static final List<String> CLASSES =
      List.of("A61K 31/00", "C12N 15/09", "G02B 6/12", "G06F 17/00", "H01L 21/02", "H01M 10/05");

  /** In Japan an examination takes the better part of a year at the least. */
  private static final int SHORTEST_EXAMINATION_DAYS = 270;

  private static final int HOME_PERCENT = 90;

  private record Disclosed(String region) {}

  private record Filed(String id, String region, Application state) {
    boolean examinedBy(LocalDate today) {
      LocalDate filed = state.getFiledOn().getFrom();
      return ChronoUnit.DAYS.between(filed, today) >= SHORTEST_EXAMINATION_DAYS;
    }
  }

  private final String idPrefix;
  private final Chance chance;
  private final Pool<Disclosed> disclosed = new Pool<>();
  private final Pool<Filed> filed = new Pool<>();
  private final Pool<Filed> granted = new Pool<>();
  private long disclosures;
  private long applications;
  private long deals;

  Inventions(String idPrefix, Chance chance) {
    this.idPrefix = idPrefix;
    this.chance = chance;
  }

  Optional<Revision> disclose(LocalDate today) {
    disclosures++;
    String region = Prefectures.any(chance);
    disclosed.add(new Disclosed(region));
    List<Party> parties = new ArrayList<>();
    parties.add(Organisations.university(PartyRole.LEAD, region, RegionBasis.LEAD));
    parties.addAll(Organisations.inventors(region, chance));
    String id = idPrefix + "disclosure:" + disclosures;
    return Optional.of(
        Revision.of(
            id,
            1,
            Disclosure.newBuilder()
                .setDisclosureId(id)
                .setReceivedOn(Days.on(today))
                .setParties(parties)
                .build()));
  }

  Optional<Revision> file(LocalDate today) {
    return disclosed
        .take(chance)
        .map(
            invention -> {
              applications++;
              String id = idPrefix + "application:" + applications;
              Application application = application(invention.region, today);
              filed.add(new Filed(id, invention.region, application));
              return Revision.of(id, 1, application);
            });
  }

  Optional<Revision> grant(LocalDate today) {
    return filed
        .take(chance, application -> application.examinedBy(today))
        .map(
            application -> {
              Application state =
                  Application.newBuilder(application.state)
                      .setKindCode("B2")
                      .setGrantedOn(Days.on(today))
                      .setStatus(ApplicationStatus.GRANTED)
                      .build();
              granted.add(new Filed(application.id, application.region, state));
              return Revision.of(application.id, 2, state);
            });
  }

  /** Mostly of a granted patent; now and then of one that is only applied for. */
  Optional<Revision> license(LocalDate today) {
    Pool<Filed> from = chance.percent(80) ? granted : filed;
    return from.take(chance)
        .map(
            invention -> {
              from.add(invention);
              deals++;
              String id = idPrefix + "deal:" + deals;
              return Revision.of(id, 1, deal(id, invention, today));
            });
  }

  private Application application(String region, LocalDate today) {
    String office = chance.percent(HOME_PERCENT) ? HOME_OFFICE : chance.oneOf(OFFICES_ABROAD);
    List<Party> parties = new ArrayList<>();
    parties.add(Organisations.university(PartyRole.APPLICANT, region, RegionBasis.APPLICANT));
    parties.addAll(Organisations.inventors(region, chance));
    return Application.newBuilder()
        .setOffice(office)
        .setNumber("SIM-" + applications)
        .setKindCode("A")
        .setFiledOn(Days.on(today))
        .setRoute(route(office))
        .setStatus(ApplicationStatus.FILED)
        .setParties(parties)
        .setClasses(List.of(chance.oneOf(CLASSES)))
        .build();
  }

  private static ApplicationRoute route(String office) {
    return switch (office) {
      case "WO" -> ApplicationRoute.PCT;
      case "EP" -> ApplicationRoute.EP;
      default -> ApplicationRoute.NATIONAL;
    };
  }

  private Deal deal(String id, Filed invention, LocalDate today) {
    String region = invention.region;
    return Deal.newBuilder()
        .setDealId(id)
        .setKind(kind())
        .setResultIds(List.of(invention.id))
        .setExecutedOn(Days.on(today))
        .setExclusive(chance.percent(40))
        .setRunningRoyalty(chance.percent(60))
        .setParties(
            List.of(
                Organisations.university(PartyRole.LEAD, region, RegionBasis.LEAD),
                Organisations.university(PartyRole.LICENSOR, region, RegionBasis.HQ),
                Organisations.firm(
                    PartyRole.LICENSEE, Prefectures.near(region, chance), RegionBasis.HQ)))
        .build();
  }

  private DealKind kind() {
    if (chance.percent(70)) {
      return DealKind.LICENCE;
    }
    return chance.percent(70) ? DealKind.OPTION : DealKind.ASSIGNMENT;
  }
}
