package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.FundingFact;

/** A funding line is committed and not paid out, and its fiscal year ends within so many days. */
record Unspent(int days) implements MilestoneTest {
  private static final String COMMITTED = "COMMITTED";
  private static final String DISBURSED = "DISBURSED";

  @Override
  public Optional<Map<String, String>> holds(Fact fact, LocalDate today) {
    return fact instanceof FundingFact line
            && line.status().equals(COMMITTED)
            && line.end() != null
            && !line.end().isBefore(today)
            && !line.end().minusDays(days).isAfter(today)
        ? Optional.of(
            Map.of(
                "amount", line.amount() == null ? "?" : line.amount(), "currency", line.currency()))
        : Optional.empty();
  }

  @Override
  public List<LocalDate> turns(Fact fact) {
    return fact instanceof FundingFact line && line.end() != null
        ? List.of(line.end().minusDays(days), line.end().plusDays(1))
        : List.of();
  }

  @Override
  public Reason ended(Map<String, String> told, Fact fact, LocalDate today) {
    if (!(fact instanceof FundingFact line)) {
      return Reason.CORRECTED;
    }
    if (line.status().equals(DISBURSED)) {
      return Reason.RECOVERED;
    }
    return line.status().equals(COMMITTED) && Ends.text(line.end()).equals(told.get("end"))
        ? Reason.EXPIRED
        : Reason.CORRECTED;
  }

  @Override
  public String described() {
    return "a funding line is committed and not paid out %d days before its fiscal year ends"
        .formatted(days);
  }
}
