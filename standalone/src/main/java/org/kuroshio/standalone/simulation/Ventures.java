package org.kuroshio.standalone.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.venture.Venture;
import org.kuroshio.schemas.venture.VentureCategory;
import org.kuroshio.schemas.venture.VentureField;
import org.kuroshio.schemas.venture.VentureStatus;

/**
 * The ventures of the simulated world: founded, moved, corrected, and at last closed or taken back.
 */
final class Ventures {
  /** 587 of the 744 in Table 3. */
  private static final int CORE_PERCENT = 79;

  private static final int LONGEST_REPORTING_DAYS = 60;

  /**
   * By definition a late discovery comes a year after the founding; a month's end is 30 days on.
   */
  private static final int LATE_DAYS = 400;

  private static final int LONGEST_SHIFT_DAYS = 200;

  private static final List<VentureCategory> CATEGORIES =
      List.of(
          VentureCategory.RESEARCH_RESULT,
          VentureCategory.JOINT_RESEARCH,
          VentureCategory.TECHNOLOGY_TRANSFER,
          VentureCategory.STUDENT,
          VentureCategory.RELATED);

  private static final List<VentureField> FIELDS = List.of(VentureField.values());
  private static final List<VentureStatus> ENDS =
      List.of(VentureStatus.DISSOLVED, VentureStatus.MERGED, VentureStatus.ACQUIRED);

  private record Living(long version, Venture state) {
    Living next(Venture changed) {
      return new Living(version + 1, changed);
    }

    Revision revision() {
      return Revision.of(state.getVentureId(), version, state);
    }
  }

  private final String idPrefix;
  private final Chance chance;
  private final Pool<Living> living = new Pool<>();
  private long founded;

  Ventures(String idPrefix, Chance chance) {
    this.idPrefix = idPrefix + "venture:";
    this.chance = chance;
  }

  Optional<Revision> found(LocalDate today) {
    LocalDate day = Days.before(today, LONGEST_REPORTING_DAYS, chance);
    return Optional.of(founded(Days.on(day), Optional.empty()));
  }

  /** Empty in the first year, when nothing can have stayed unknown for long. */
  Optional<Revision> discoverLate(LocalDate today) {
    long span = ChronoUnit.DAYS.between(SimulatedTime.FIRST_DAY, today) - LATE_DAYS;
    if (span < 1) {
      return Optional.empty();
    }
    LocalDate day = SimulatedTime.FIRST_DAY.plusDays(chance.below((int) span));
    Optional<DateInterval> survey = Optional.of(Days.on(today));
    return Optional.of(
        chance.percent(50)
            ? founded(Days.on(day), survey)
            : founded(Days.in(YearMonth.from(day)), survey).with(Quality.LOW_PRECISION));
  }

  /** The headquarters turn out to stand elsewhere; the venture stays the same. */
  Optional<Revision> move() {
    return change(
        venture -> {
          Party before = venture.getHeadquarters();
          String region = Prefectures.otherThan(before.getRegion(), chance);
          return Venture.newBuilder(venture).setHeadquarters(headquarters(region)).build();
        });
  }

  Optional<Revision> correct(LocalDate today) {
    return change(
        venture -> {
          Venture.Builder corrected = Venture.newBuilder(venture);
          DateInterval foundedOn = shifted(venture, today);
          return chance.percent(50) && !foundedOn.equals(venture.getFoundedOn())
              ? corrected.setFoundedOn(foundedOn).build()
              : corrected.setCore(!venture.getCore()).build();
        });
  }

  Optional<Revision> close(LocalDate today) {
    return living
        .take(chance)
        .map(venture -> venture.next(closed(venture.state, today)).revision());
  }

  Optional<Revision> withdraw() {
    return living
        .take(chance)
        .map(venture -> Revision.withdrawn(venture.state.getVentureId(), venture.version + 1));
  }

  /**
   * @param survey when it was found to exist, where it was not registered at once
   */
  private Revision founded(DateInterval foundedOn, Optional<DateInterval> survey) {
    founded++;
    String region = Prefectures.any(chance);
    Venture venture =
        Venture.newBuilder()
            .setVentureId(idPrefix + founded)
            .setName("Simulated venture " + founded)
            .setFoundedOn(foundedOn)
            .setObservedActiveOn(survey.orElse(null))
            .setStatus(VentureStatus.ACTIVE)
            .setCategories(List.of(chance.oneOf(CATEGORIES)))
            .setCore(chance.percent(CORE_PERCENT))
            .setFields(fields())
            .setParents(
                List.of(
                    Organisations.university(
                        PartyRole.PARENT, Prefectures.near(region, chance), RegionBasis.HQ)))
            .setHeadquarters(headquarters(region))
            .build();
    Living first = new Living(1, venture);
    living.add(first);
    return first.revision();
  }

  private Optional<Revision> change(UnaryOperator<Venture> how) {
    return living
        .take(chance)
        .map(
            venture -> {
              Living changed = venture.next(how.apply(venture.state));
              living.add(changed);
              return changed.revision();
            });
  }

  private DateInterval shifted(Venture venture, LocalDate today) {
    int days = chance.between(1, LONGEST_SHIFT_DAYS);
    LocalDate from = venture.getFoundedOn().getFrom();
    LocalDate earlier = Days.notTooEarly(from.minusDays(days));
    LocalDate later = from.plusDays(days);
    boolean possible = !later.isAfter(today);
    return Days.on(possible && chance.percent(50) ? later : earlier);
  }

  private Venture closed(Venture venture, LocalDate today) {
    LocalDate reported = Days.before(today, LONGEST_REPORTING_DAYS, chance);
    DateInterval on = Days.on(Days.later(reported, venture.getFoundedOn().getTo()));
    Venture.Builder ended = Venture.newBuilder(venture);
    return chance.percent(5)
        ? ended.setDeclassifiedOn(on).build()
        : ended.setClosedOn(on).setStatus(chance.oneOf(ENDS)).build();
  }

  private List<VentureField> fields() {
    return List.of(chance.oneOf(FIELDS));
  }

  private static Party headquarters(String region) {
    return Organisations.firm(PartyRole.HEADQUARTERS, region, RegionBasis.HQ);
  }
}
