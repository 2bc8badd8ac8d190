package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.Map;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.ProjectStatus;

/** What the rules read of an entity. Dates known as an interval stand as its last day. */
sealed interface Fact {
  /** The id of the event's entity. */
  String entityId();

  /** The project that it belongs to or is; null if it belongs to none. */
  String project();

  /** By language; may be empty. */
  Map<String, String> labels();

  /** Where the project is led from; {@code ZZ} where nobody says. */
  String region();

  default String name(String language) {
    return labels().getOrDefault(language, labels().getOrDefault("en", entityId()));
  }

  /**
   * @param due the current due date; null means no deadline
   * @param publishedOn when this state was published
   */
  record MilestoneFact(
      String entityId,
      String project,
      MilestoneKind kind,
      LocalDate dueOriginal,
      LocalDate due,
      LocalDate reachedOn,
      MilestoneStatus status,
      GateDecision decision,
      String region,
      Map<String, String> labels,
      LocalDate publishedOn)
      implements Fact {
    public MilestoneFact {
      labels = Map.copyOf(labels);
    }

    /** Reached on that day or before; one said to be reached without a date counts too. */
    boolean isReached(LocalDate today) {
      return reachedOn == null ? status == MilestoneStatus.REACHED : !reachedOn.isAfter(today);
    }

    /** Still to be worked for. */
    boolean isOpen(LocalDate today) {
      return !isReached(today)
          && status != MilestoneStatus.WAIVED
          && status != MilestoneStatus.CANCELLED
          && status != MilestoneStatus.MISSED;
    }

    /** Days from the original to the current due date; 0 where one of them is not known. */
    long slipDays() {
      return due == null || dueOriginal == null ? 0 : due.toEpochDay() - dueOriginal.toEpochDay();
    }
  }

  /**
   * @param end the last day of the term; null where nobody says
   */
  record ProjectFact(
      String entityId,
      String project,
      LocalDate end,
      ProjectStatus status,
      String region,
      Map<String, String> labels)
      implements Fact {
    public ProjectFact {
      labels = Map.copyOf(labels);
    }

    boolean isRunning() {
      return status != ProjectStatus.ENDED
          && status != ProjectStatus.TERMINATED
          && status != ProjectStatus.REJECTED;
    }
  }

  /**
   * @param end the last day of the fiscal year; null where nobody says
   * @param amount as text in the currency; null where only a range is known
   * @param status `COMMITTED`, `DISBURSED`, ...
   */
  record FundingFact(
      String entityId,
      String project,
      LocalDate end,
      String amount,
      String currency,
      String status,
      String region,
      Map<String, String> labels)
      implements Fact {
    public FundingFact {
      labels = Map.copyOf(labels);
    }
  }
}
