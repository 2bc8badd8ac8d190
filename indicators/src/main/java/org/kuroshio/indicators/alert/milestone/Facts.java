package org.kuroshio.indicators.alert.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.milestone.Fact.FundingFact;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;
import org.kuroshio.indicators.alert.milestone.Fact.ProjectFact;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.Project;

/** From events to facts. */
final class Facts {
  private Facts() {}

  /** Empty for a withdrawn entity and for one that no rule reads. */
  static Optional<Fact> of(ProgramEvent event) {
    Object entity = event.getEntity();
    if (event.getOp() == Op.WITHDRAW || entity == null) {
      return Optional.empty();
    }
    if (entity instanceof Milestone milestone) {
      return Optional.of(milestone(event.getEntityId(), milestone, day(event.getPublishedAt())));
    }
    if (entity instanceof Project project) {
      return Optional.of(project(event.getEntityId(), project));
    }
    return entity instanceof Funding funding
        ? Optional.of(funding(event.getEntityId(), funding))
        : Optional.empty();
  }

  private static Fact milestone(String id, Milestone milestone, LocalDate publishedOn) {
    return new MilestoneFact(
        id,
        milestone.getProjectId(),
        milestone.getKind(),
        lastDay(milestone.getDueOriginal()),
        lastDay(milestone.getDue()),
        lastDay(milestone.getReachedOn()),
        milestone.getStatus(),
        milestone.getDecision(),
        region(milestone.getParties()),
        milestone.getLabels(),
        publishedOn);
  }

  private static Fact project(String id, Project project) {
    return new ProjectFact(
        id,
        project.getProjectId(),
        lastDay(project.getEnd()),
        project.getStatus(),
        region(project.getParties()),
        project.getLabels());
  }

  private static Fact funding(String id, Funding funding) {
    java.math.BigDecimal amount = funding.getMoney().getAmount();
    return new FundingFact(
        id,
        funding.getProjectId(),
        lastDay(funding.getFiscalYear()),
        amount == null || amount.signum() == 0 ? null : amount.stripTrailingZeros().toPlainString(),
        funding.getMoney().getCurrency(),
        funding.getMoney().getStatus().name(),
        region(funding.getParties()),
        Map.of());
  }

  private static LocalDate lastDay(DateInterval interval) {
    return interval == null ? null : interval.getTo();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String region(List<Party> parties) {
    return parties.stream()
        .filter(party -> party.getRole() == PartyRole.LEAD)
        .map(Party::getRegion)
        .findFirst()
        .orElse("ZZ");
  }
}
