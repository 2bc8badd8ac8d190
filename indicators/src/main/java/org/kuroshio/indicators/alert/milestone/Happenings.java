package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;
import org.kuroshio.indicators.alert.milestone.Notice.Happening;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.program.MilestoneStatus;

/** What is told of milestones as it happens. */
final class Happenings {
  private Happenings() {}

  /** Reached; late or on time by the original due date, which a reschedule can't move. */
  record Reached() implements Happening {
    @Override
    public Optional<LocalDate> day(MilestoneFact milestone) {
      return milestone.status() == MilestoneStatus.CANCELLED
          ? Optional.empty()
          : Optional.ofNullable(milestone.reachedOn());
    }

    @Override
    public Map<String, String> values(MilestoneFact milestone) {
      if (milestone.dueOriginal() == null) {
        return Map.of("late", "?", "punctual", "unknown");
      }
      long late = milestone.reachedOn().toEpochDay() - milestone.dueOriginal().toEpochDay();
      return Map.of("late", Long.toString(late), "punctual", late > 0 ? "late" : "on time");
    }

    @Override
    public String described() {
      return "was reached, late or on time by its original due date";
    }
  }

  /** The state of the milestone says so; nobody says when, so the day of publication stands. */
  record Became(MilestoneStatus status, String word) implements Happening {
    @Override
    public Optional<LocalDate> day(MilestoneFact milestone) {
      return milestone.status() == status && milestone.reachedOn() == null
          ? Optional.of(milestone.publishedOn())
          : Optional.empty();
    }

    @Override
    public Map<String, String> values(MilestoneFact milestone) {
      return Map.of();
    }

    /** One that was missed or waived may be reached after all. */
    @Override
    public Reason undone(MilestoneFact milestone) {
      return milestone.reachedOn() == null ? Reason.CORRECTED : Reason.RECOVERED;
    }

    @Override
    public String described() {
      return "was " + word;
    }
  }

  /** A gate has a decision of those; it is dated as the gate. */
  record Decided(Set<GateDecision> decisions) implements Happening {
    @Override
    public Optional<LocalDate> day(MilestoneFact milestone) {
      return milestone.kind() == MilestoneKind.GATE
              && milestone.decision() != null
              && decisions.contains(milestone.decision())
          ? Optional.ofNullable(milestone.reachedOn())
          : Optional.empty();
    }

    @Override
    public Map<String, String> values(MilestoneFact milestone) {
      return Map.of();
    }

    @Override
    public String described() {
      return "is a gate that was decided: " + String.join(", ", words());
    }

    private Set<String> words() {
      Set<String> words = new TreeSet<>();
      decisions.forEach(
          d -> words.add(d.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
      return words;
    }
  }
}
