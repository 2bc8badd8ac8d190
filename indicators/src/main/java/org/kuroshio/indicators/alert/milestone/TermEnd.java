package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.ProjectFact;

/** A running project's term ends within so many days. */
record TermEnd(int days) implements MilestoneTest {
  @Override
  public Optional<Map<String, String>> holds(Fact fact, LocalDate today) {
    return fact instanceof ProjectFact project
            && project.isRunning()
            && project.end() != null
            && !project.end().isBefore(today)
            && !project.end().minusDays(days).isAfter(today)
        ? Optional.of(Map.of())
        : Optional.empty();
  }

  @Override
  public List<LocalDate> turns(Fact fact) {
    return fact instanceof ProjectFact project && project.end() != null
        ? List.of(project.end().minusDays(days), project.end().plusDays(1))
        : List.of();
  }

  @Override
  public Reason ended(Map<String, String> told, Fact fact, LocalDate today) {
    if (!(fact instanceof ProjectFact project) || project.end() == null) {
      return Reason.CORRECTED;
    }
    if (!project.isRunning()) {
      return Reason.RECOVERED;
    }
    return project.end().toString().equals(told.get("end")) ? Reason.EXPIRED : Reason.RESCHEDULED;
  }

  @Override
  public String described() {
    return "a running project's term ends within %d days".formatted(days);
  }
}
