package org.kuroshio.indicators.alert.reconciliation;

import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.alert.rule.RuleReader;
import org.kuroshio.indicators.alert.rule.TestKind;

/** The words for tests of published figures. */
public final class ReportedTests {
  private static final Set<String> SETTLE = Set.of("settle");

  private ReportedTests() {}

  public static List<TestKind> kinds() {
    return List.of(
        new TestKind(
            "reported-differs",
            SETTLE,
            Set.of(
                "figure",
                "title",
                "name",
                "indicator",
                "group",
                "region",
                "period",
                "reported",
                "computed",
                "gap",
                "unit",
                "explanation"),
            "a published figure differs from the computed value by more than its rounding, once"
                + " both have stood for `settle`",
            rule -> new ReportedTest.Differs(RuleReader.duration(rule.get("settle")))),
        new TestKind(
            "reported-sum",
            SETTLE,
            Set.of(
                "title", "name", "indicator", "group", "period", "reported", "computed", "count"),
            "the figures published for all members of a group do not add up, though each is rounded"
                + " correctly",
            rule -> new ReportedTest.ColumnSum(RuleReader.duration(rule.get("settle")))));
  }
}
