package org.kuroshio.indicators.alert.milestone;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.rule.TestKind;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** The words for tests of milestones, projects and funding lines. */
public final class MilestoneTests {
  private static final Set<String> OF_MILESTONES =
      Set.of(
          "name",
          "milestone",
          "project",
          "kind",
          "due",
          "dueOriginal",
          "reachedOn",
          "status",
          "decision",
          "region",
          "slip");
  private static final Set<String> OF_PROJECTS = Set.of("name", "project", "end", "region");
  private static final int LONGEST_DAYS = 3_650;

  private MilestoneTests() {}

  public static List<TestKind> kinds() {
    return List.of(
        kind(
            "due-soon",
            Set.of("days", "kinds"),
            "an open milestone is due within `days` days",
            rule -> new DueSoon(days(rule), Kinds.read(rule))),
        kind(
            "overdue",
            Set.of("kinds"),
            "an open milestone's due date is past, by the clock",
            rule -> new Overdue(Kinds.read(rule))),
        kind(
            "rescheduled",
            Set.of("kinds"),
            "an open milestone is due on another day than first planned; another slip is told"
                + " again",
            rule -> new Rescheduled(Kinds.read(rule))),
        reached(),
        became("missed", MilestoneStatus.MISSED),
        became("waived", MilestoneStatus.WAIVED),
        became("cancelled", MilestoneStatus.CANCELLED),
        kind(
            "gate-decided",
            Set.of("decisions", "keep"),
            "a gate was decided as one of `decisions`; told for `keep`",
            rule ->
                new Notice(new Happenings.Decided(decisions(rule)), Kinds.read(rule), keep(rule))),
        new TestKind(
            "term-end",
            Set.of("days"),
            OF_PROJECTS,
            "a running project's term ends within `days` days",
            rule -> new TermEnd(days(rule))),
        new TestKind(
            "unspent",
            Set.of("days"),
            plus(OF_PROJECTS, "amount", "currency"),
            "a funding line is committed and not paid out `days` days before its fiscal year ends",
            rule -> new Unspent(days(rule))));
  }

  private static TestKind kind(
      String word, Set<String> keys, String meaning, TestKind.Reader reader) {
    return new TestKind(word, keys, OF_MILESTONES, meaning, reader);
  }

  private static TestKind reached() {
    return new TestKind(
        "reached",
        Set.of("keep", "kinds"),
        plus(OF_MILESTONES, "late", "punctual"),
        "a milestone was reached, late or on time by its original due date; told for `keep`",
        rule -> new Notice(new Happenings.Reached(), Kinds.read(rule), keep(rule)));
  }

  private static TestKind became(String word, MilestoneStatus status) {
    return kind(
        word,
        Set.of("keep", "kinds"),
        "a milestone was " + word + "; told for `keep` from the day on which that was published",
        rule -> new Notice(new Happenings.Became(status, word), Kinds.read(rule), keep(rule)));
  }

  private static Set<String> plus(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  private static int days(YamlMap rule) {
    YamlNode node = rule.get("days");
    int days = node.asText().asInteger();
    if (days < 0 || days > LONGEST_DAYS) {
      throw node.problem("days must be 0 to " + LONGEST_DAYS + ", was " + days);
    }
    return days;
  }

  private static Period keep(YamlMap rule) {
    YamlNode node = rule.get("keep");
    try {
      Period keep = Period.parse(node.text());
      if (keep.getDays() > 0 && keep.toTotalMonths() == 0 && keep.getDays() <= LONGEST_DAYS) {
        return keep;
      }
    } catch (java.time.format.DateTimeParseException e) {
      // said below
    }
    throw node.problem("expected a number of days as P14D, found '" + node.text() + "'");
  }

  private static Set<GateDecision> decisions(YamlMap rule) {
    return rule.get("decisions").asList().items().stream()
        .map(node -> node.asText().asConstant(GateDecision.class))
        .collect(Collectors.toUnmodifiableSet());
  }
}
