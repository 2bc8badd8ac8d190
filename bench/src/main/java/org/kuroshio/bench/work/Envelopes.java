package org.kuroshio.bench.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.FrameSerializer;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.patent.ApplicationRoute;
import org.kuroshio.schemas.patent.ApplicationStatus;
import org.kuroshio.schemas.patent.PatentEvent;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.program.ProjectStatus;
import org.kuroshio.schemas.venture.Venture;
import org.kuroshio.schemas.venture.VentureCategory;
import org.kuroshio.schemas.venture.VentureEvent;
import org.kuroshio.schemas.venture.VentureField;
import org.kuroshio.schemas.venture.VentureStatus;

/**
 * Makes real events of drafts: with provenance, named organisations and everything else that a
 * connector writes, 600 bytes or more. Not for many threads.
 */
public final class Envelopes {
  private static final Instant EPOCH = Instant.parse("2026-04-01T00:00:00Z");
  private static final String LICENCE =
      "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.ja; changed: selected fields,"
          + " codes of regions";

  private final Serializer<SpecificRecord> serializer = new FrameSerializer<>(new BundledIds());

  /** The framed bytes of a draft's event. */
  public byte[] bytes(Draft draft) {
    SpecificRecord event =
        switch (draft.kind()) {
          case PATENT -> patent(draft);
          case VENTURE -> venture(draft);
          case PROJECT -> project(draft);
        };
    return serializer.serialize("innovation." + draft.kind().stream(), event);
  }

  private static PatentEvent patent(Draft draft) {
    List<Party> parties = new ArrayList<>(parties(draft, draft.leads(), PartyRole.APPLICANT));
    for (String region : draft.others()) {
      parties.add(party(PartyRole.INVENTOR, null, null, Sector.UNKNOWN, region));
    }
    Application application = new Application();
    application.setOffice("JP");
    application.setNumber("JP2019" + draft.number() + "A");
    application.setKindCode("B2");
    application.setFamilyId("family-" + draft.number() / 2);
    application.setPriorityOn(day(draft.firstDay()));
    application.setFiledOn(day(draft.firstDay()));
    application.setGrantedOn(second(draft));
    application.setRoute(ApplicationRoute.NATIONAL);
    application.setStatus(
        draft.secondDay().isPresent() ? ApplicationStatus.GRANTED : ApplicationStatus.FILED);
    application.setParties(parties);
    application.setClasses(
        List.of(
            "A61K 31/4184",
            "A61P 35/00",
            "C07D 235/08",
            "C12N 15/113",
            "G06N 20/00",
            "H01L 21/336"));
    application.setDomestic(true);
    return new PatentEvent(
        draft.entityId(),
        "bench-patents",
        "JP2019" + draft.number(),
        draft.version(),
        time(draft),
        EPOCH,
        provenance(draft),
        op(draft),
        1L,
        List.of(),
        application);
  }

  private static VentureEvent venture(Draft draft) {
    Venture venture = new Venture();
    venture.setVentureId(Integer.toString(draft.number()));
    venture.setFoundedOn(day(draft.firstDay()));
    venture.setClosedOn(second(draft));
    venture.setSurvey("survey of university ventures, fiscal year 2025");
    venture.setStatus(
        draft.secondDay().isPresent() ? VentureStatus.DISSOLVED : VentureStatus.ACTIVE);
    venture.setCategories(List.of(VentureCategory.RESEARCH_RESULT, VentureCategory.JOINT_RESEARCH));
    venture.setCore(draft.core());
    venture.setFields(List.of(VentureField.BIO, VentureField.IT));
    venture.setParents(parties(draft, draft.others(), PartyRole.PARENT));
    venture.setHeadquarters(
        party(PartyRole.HEADQUARTERS, null, null, Sector.INDUSTRY, draft.leads().get(0)));
    venture.setName("株式会社ベンチャー第" + draft.number() + "号（大学発スタートアップ企業）");
    return new VentureEvent(
        draft.entityId(),
        "bench-ventures",
        "venture-" + draft.number(),
        draft.version(),
        time(draft),
        EPOCH,
        provenance(draft),
        op(draft),
        1L,
        List.of(),
        venture);
  }

  private static ProgramEvent project(Draft draft) {
    List<Party> parties = new ArrayList<>(parties(draft, draft.leads(), PartyRole.LEAD));
    parties.addAll(parties(draft, draft.others(), PartyRole.PARTICIPANT));
    Project project = new Project();
    project.setProjectId("project-" + draft.number());
    project.setProgrammeId("programme-" + draft.number() % 40);
    project.setCategory(ProjectCategory.PLATFORM);
    project.setSelectedOn(day(draft.firstDay()));
    project.setStart(day(draft.firstDay()));
    project.setEnd(second(draft));
    project.setStatus(draft.secondDay().isPresent() ? ProjectStatus.ENDED : ProjectStatus.RUNNING);
    project.setParties(parties);
    project.setFields(List.of("life sciences", "regenerative medicine"));
    project.setLabels(
        Map.of(
            "en",
            "Development of an innovative platform, number " + draft.number(),
            "ja",
            "革新的プラットフォームの創出に向けた研究開発 第" + draft.number() + "号"));
    return new ProgramEvent(
        draft.entityId(),
        "bench-projects",
        "project-" + draft.number(),
        draft.version(),
        time(draft),
        EPOCH,
        provenance(draft),
        op(draft),
        1L,
        List.of(),
        project);
  }

  private static List<Party> parties(Draft draft, List<String> regions, PartyRole role) {
    List<Party> parties = new ArrayList<>(regions.size());
    for (int i = 0; i < regions.size(); i++) {
      int organisation = Math.floorMod(draft.number() * 31 + i * 7, 4000);
      parties.add(
          party(
              role,
              "5010405" + (100_000 + organisation),
              "国立大学法人 地域イノベーション大学 第" + organisation + "研究所",
              Sector.ACADEMIA,
              regions.get(i)));
    }
    return parties;
  }

  private static Party party(PartyRole role, String id, String name, Sector sector, String region) {
    return new Party(
        role,
        id,
        name,
        sector,
        region.substring(0, 2),
        region,
        role == PartyRole.INVENTOR ? RegionBasis.INVENTOR : RegionBasis.HQ,
        1L,
        1L);
  }

  private static Provenance provenance(Draft draft) {
    SplittableRandom random = new SplittableRandom(draft.number() * 31L + draft.version());
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    return new Provenance(
        "https://open-data.example.org/api/records/v3/regional-innovation/bulk/releases/2026-04/whole/"
            + draft.kind().stream()
            + "-2026-04-01.json",
        "#/results/" + draft.number(),
        HexFormat.of().formatHex(digest),
        LICENCE);
  }

  private static Op op(Draft draft) {
    return draft.withdrawn() ? Op.WITHDRAW : Op.ASSERT;
  }

  private static Instant time(Draft draft) {
    return EPOCH.plusSeconds(draft.version());
  }

  private static DateInterval second(Draft draft) {
    return draft.secondDay().isPresent() ? day(draft.secondDay().getAsInt()) : null;
  }

  private static DateInterval day(int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    return new DateInterval(day, day, day.toString());
  }
}
