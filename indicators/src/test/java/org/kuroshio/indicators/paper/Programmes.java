package org.kuroshio.indicators.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.fixture.Dates;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.Membership;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.NetworkKind;
import org.kuroshio.schemas.program.Placement;
import org.kuroshio.schemas.program.PlacementRole;
import org.kuroshio.schemas.program.ProjectCategory;

/** The paper's programmes: platforms and their firms, table 2, coordinators, gates, TLOs. */
final class Programmes {
  private Programmes() {}

  /** Table 1: five platforms with 10, 5, 3, 9 and 9 firms, four of them in two. */
  static List<SpecificRecord> platforms() {
    return List.of(
        platform("PF-1", "JP-08", "2008", "2017", 0, 10),
        platform("PF-2", "JP-13", "2006", "2016", 8, 13),
        platform("PF-3", "JP-13", "2006", "2016", 12, 15),
        platform("PF-4", "JP-13", "2007", "2017", 15, 24),
        platform("PF-5", "JP-14", "2008", "2018", 23, 32),
        Events.project("others-continued")
            .category(ProjectCategory.PLATFORM)
            .selectedOn("2006/2008")
            .leads("JP-ZZ")
            .standsFor(7)
            .build(),
        Events.project("others-stopped")
            .category(ProjectCategory.PLATFORM)
            .selectedOn("2006/2008")
            .leads("JP-ZZ")
            .standsFor(9)
            .build());
  }

  private static SpecificRecord platform(
      String id, String region, String from, String to, int firstFirm, int afterFirm) {
    List<Party> parties = new ArrayList<>();
    parties.add(Parties.lead(region));
    for (int firm = firstFirm; firm < afterFirm; firm++) {
      parties.add(named(PartyRole.PARTICIPANT, "JP-ZZ", Sector.INDUSTRY, "firm-" + firm));
    }
    return Events.project(id)
        .category(ProjectCategory.PLATFORM)
        .selectedOn(from)
        .running(from, to)
        .parties(parties.toArray(Party[]::new))
        .build();
  }

  /** Table 2: the fourteen projects that the paper itemises. */
  static List<SpecificRecord> table2() {
    List<SpecificRecord> events = new ArrayList<>();
    add(events, ProjectCategory.INTERNATIONAL, "JP-13", "JP-13", "JP-13", "JP-13", "JP-19 JP-15");
    add(
        events,
        ProjectCategory.DISTINCTIVE,
        "JP-08",
        "JP-10 JP-08 JP-09 JP-11",
        "JP-13",
        "JP-13",
        "JP-15 JP-13",
        "JP-20");
    add(events, ProjectCategory.FOUNDATION, "JP-13", "JP-22", "JP-13 JP-20");
    return events;
  }

  /** The eight that are known for the region only. */
  static List<SpecificRecord> unplaced() {
    return List.of(
        Events.project("distinctive-others")
            .category(ProjectCategory.DISTINCTIVE)
            .selectedOn("2008-04-01")
            .leads("JP-KANTO11")
            .standsFor(4)
            .build(),
        Events.project("foundation-others")
            .category(ProjectCategory.FOUNDATION)
            .selectedOn("2008-04-01")
            .leads("JP-KANTO11")
            .standsFor(4)
            .build());
  }

  private static void add(List<SpecificRecord> events, ProjectCategory category, String... leads) {
    for (String regions : leads) {
      events.add(
          Events.project("table2-" + events.size())
              .category(category)
              .selectedOn("2008-04-01")
              .leads(regions.split(" ", -1))
              .build());
    }
  }

  /** 17 people at 19 institutions of the region, of 77 in the country, 60 of them one record. */
  static List<SpecificRecord> coordinators() {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      List<Party> hosts = new ArrayList<>();
      hosts.add(host("host-" + i));
      if (i < 2) {
        hosts.add(host("host-second-" + i));
      }
      events.add(Events.of("coordinator-" + i, placement("c" + i, hosts)).build());
    }
    Placement others =
        placement(
            "others",
            List.of(Parties.of(PartyRole.HOST, "JP-ZZ", Sector.ACADEMIA, RegionBasis.PLACEMENT)));
    events.add(Events.of("coordinators-others", others).standsFor(60).build());
    return events;
  }

  private static Party host(String id) {
    return named(PartyRole.HOST, "JP-KANTO11", Sector.ACADEMIA, id);
  }

  private static Placement placement(String id, List<Party> hosts) {
    return Placement.newBuilder()
        .setPlacementId(id)
        .setRole(PlacementRole.COORDINATOR)
        .setHosts(hosts)
        .setFrom(Dates.on("2008"))
        .setTo(Dates.on("2009"))
        .build();
  }

  /** 5 gates of the region passed; elsewhere 7 passed and 9 did not. */
  static List<SpecificRecord> gates() {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(gate("gate-" + i, "JP-13", GateDecision.CONTINUE, 1));
    }
    events.add(gate("gates-passed", "JP-ZZ", GateDecision.CONTINUE, 7));
    events.add(gate("gates-stopped", "JP-ZZ", GateDecision.STOP, 9));
    return events;
  }

  private static SpecificRecord gate(String id, String region, GateDecision decision, long count) {
    Milestone gate =
        Milestone.newBuilder()
            .setMilestoneId(id)
            .setProjectId("p")
            .setKind(MilestoneKind.GATE)
            .setReachedOn(Dates.on("2008/2012"))
            .setStatus(MilestoneStatus.REACHED)
            .setDecision(decision)
            .setParties(List.of(Parties.lead(region)))
            .build();
    return count == 1 ? Events.of(id, gate).build() : Events.of(id, gate).standsFor(count).build();
  }

  /** 8 TLOs of the region, one of them without a prefecture, of 52. */
  static List<SpecificRecord> tlos() {
    List<String> regions =
        new ArrayList<>(List.of("JP-13", "JP-13", "JP-13", "JP-13", "JP-13", "JP-19", "JP-20"));
    regions.add("JP-KANTO11");
    IntStream.range(0, 44).forEach(i -> regions.add("JP-ZZ"));
    List<SpecificRecord> events = new ArrayList<>();
    for (String region : regions) {
      String id = "tlo-" + events.size();
      Membership support =
          Membership.newBuilder()
              .setMembershipId(id)
              .setNetworkId("reform")
              .setNetworkKind(NetworkKind.TLO_SERVICE)
              .setMember(named(PartyRole.MEMBER, region, Sector.INTERMEDIARY, id))
              .setMemberKind("TLO")
              .setFrom(Dates.on("2008/2012"))
              .build();
      events.add(Events.of(id, support).build());
    }
    return events;
  }

  private static Party named(PartyRole role, String region, Sector sector, String id) {
    return Party.newBuilder(Parties.of(role, region, sector, RegionBasis.UNKNOWN))
        .setOrganisationId(id)
        .build();
  }
}
