package org.kuroshio.indicators.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.MoneyStatus;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.program.ProjectStatus;
import org.kuroshio.schemas.venture.RegistryChange;
import org.kuroshio.schemas.venture.Venture;

/** What entities say, one measure at a time. */
final class Facts {
  private final Collection<SpecificRecord> entities;
  private final Map<SpecificRecord, Long> standsFor;

  Facts(Collection<SpecificRecord> entities, Map<SpecificRecord, Long> standsFor) {
    this.entities = entities;
    this.standsFor = standsFor;
  }

  List<Fact> changes(Set<String> processes) {
    List<Fact> facts = new ArrayList<>();
    for (RegistryChange change : all(RegistryChange.class)) {
      if (processes.contains(change.getProcess()) && !change.getCorrection()) {
        facts.add(at(change, change.getOn(), one(change.getRegion()), Set.of("")));
      }
    }
    return facts;
  }

  List<Fact> projects() {
    List<Fact> facts = new ArrayList<>();
    for (Project project : selected(false)) {
      if (project.getCategory() != ProjectCategory.ECOSYSTEM && project.getSelectedOn() != null) {
        facts.add(
            at(
                project,
                project.getSelectedOn(),
                weighed(project.getParties(), PartyRole.LEAD),
                Set.of("", "category=" + project.getCategory())));
      }
    }
    return facts;
  }

  List<Fact> platformsAdopted() {
    List<Fact> facts = new ArrayList<>();
    for (Project project : selected(true)) {
      if (project.getSelectedOn() != null) {
        facts.add(
            at(
                project,
                project.getSelectedOn(),
                weighed(project.getParties(), PartyRole.LEAD),
                Set.of("")));
      }
    }
    return facts;
  }

  List<Fact> platforms() {
    List<Fact> facts = new ArrayList<>();
    for (Project project : selected(true)) {
      addStay(
          facts,
          project,
          project.getStart(),
          project.getEnd(),
          weighed(project.getParties(), PartyRole.LEAD));
    }
    return facts;
  }

  private List<Project> selected(boolean platform) {
    List<Project> selected = new ArrayList<>();
    for (Project project : all(Project.class)) {
      boolean lost =
          project.getStatus() == ProjectStatus.APPLIED
              || project.getStatus() == ProjectStatus.REJECTED;
      if (!lost && platform == (project.getCategory() == ProjectCategory.PLATFORM)) {
        selected.add(project);
      }
    }
    return selected;
  }

  List<Fact> funding() {
    List<Fact> facts = new ArrayList<>();
    for (Funding funding : all(Funding.class)) {
      DateInterval day =
          funding.getCommittedOn() != null ? funding.getCommittedOn() : funding.getFiscalYear();
      MoneyStatus status = funding.getMoney().getStatus();
      boolean spent = status == MoneyStatus.COMMITTED || status == MoneyStatus.DISBURSED;
      if (spent && day != null && funding.getMoney().getAmount() != null) {
        Map<String, Rational> leads = weighed(funding.getParties(), PartyRole.LEAD);
        facts.add(
            new Fact(
                Set.of(""),
                Rational.of(funding.getMoney().getAmount()),
                day.getFrom(),
                day.getTo(),
                null,
                null,
                leads,
                funding.getMoney().getCurrency()));
      }
    }
    return facts;
  }

  List<Fact> grants() {
    List<Fact> facts = new ArrayList<>();
    for (Application application : all(Application.class)) {
      if (application.getGrantedOn() != null) {
        facts.add(
            at(
                application,
                application.getGrantedOn(),
                weighed(application.getParties(), PartyRole.INVENTOR),
                Set.of("")));
      }
    }
    return facts;
  }

  List<Fact> formations() {
    List<Fact> facts = new ArrayList<>();
    for (Venture venture : all(Venture.class)) {
      if (venture.getFoundedOn() != null) {
        facts.add(at(venture, venture.getFoundedOn(), headquarters(venture), Set.of("")));
      }
    }
    return facts;
  }

  List<Fact> ventures(boolean coreOnly) {
    List<Fact> facts = new ArrayList<>();
    for (Venture venture : all(Venture.class)) {
      if (!coreOnly || venture.getCore()) {
        DateInterval opened =
            venture.getFoundedOn() != null ? venture.getFoundedOn() : venture.getObservedActiveOn();
        DateInterval closed = venture.getClosedOn();
        DateInterval declassified = venture.getDeclassifiedOn();
        if (closed == null
            || (declassified != null && declassified.getTo().isBefore(closed.getTo()))) {
          closed = declassified;
        }
        addStay(facts, venture, opened, closed, headquarters(venture));
      }
    }
    return facts;
  }

  private static Map<String, Rational> headquarters(Venture venture) {
    return one(venture.getHeadquarters() == null ? "ZZ" : venture.getHeadquarters().getRegion());
  }

  /** In from the last day of the opening through the last day of the closing. */
  private void addStay(
      List<Fact> facts,
      SpecificRecord entity,
      DateInterval opened,
      DateInterval closed,
      Map<String, Rational> locations) {
    if (opened == null || (closed != null && closed.getTo().isBefore(opened.getTo()))) {
      return;
    }
    LocalDate outFrom = closed == null ? null : closed.getFrom();
    LocalDate outTo = closed == null ? null : closed.getTo();
    facts.add(
        new Fact(
            Set.of(""),
            Rational.of(standsFor.get(entity)),
            opened.getFrom(),
            opened.getTo(),
            outFrom,
            outTo,
            locations,
            ""));
  }

  private Fact at(
      SpecificRecord entity, DateInterval day, Map<String, Rational> locations, Set<String> lines) {
    Rational amount = Rational.of(standsFor.get(entity));
    return new Fact(lines, amount, day.getFrom(), day.getTo(), null, null, locations, "");
  }

  private static Map<String, Rational> one(String region) {
    return Map.of(located(region), Rational.ONE);
  }

  private static Map<String, Rational> weighed(List<Party> parties, PartyRole role) {
    Map<String, Rational> weights = new HashMap<>();
    Rational total = Rational.ZERO;
    for (Party party : parties) {
      if (party.getRole() == role) {
        Rational weight = Rational.of(party.getWeightNumerator(), party.getWeightDenominator());
        weights.merge(located(party.getRegion()), weight, Rational::add);
        total = total.add(weight);
      }
    }
    if (weights.isEmpty()) {
      return one("ZZ");
    }
    Rational all = total;
    weights.replaceAll((region, weight) -> weight.divide(all));
    return weights;
  }

  /** A country alone is its unknown part, and so is a subdivision of one without a pack. */
  private static String located(String region) {
    if (region.length() == 2 && !region.equals("ZZ")) {
      return region + "-ZZ";
    }
    return region.startsWith("CA-") ? "CA-ZZ" : region;
  }

  private <T> List<T> all(Class<T> type) {
    return entities.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
