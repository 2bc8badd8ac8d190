package org.kuroshio.indicators.alert;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.alert.rule.TestKind;

/** The rules as a Markdown page for people: {@code docs/alerts.md}. */
public final class RulesPage {
  private static final String INTRODUCTION =
      """
      # Alerts

      Made from the rules in `indicators/src/main/resources/alerts` by `mvn -pl indicators test -Dtest=AlertRulesTest -Drefresh`; don't edit it here.

      A **rule** has a test that holds for a subject or not: a milestone, a cell of a table, a source, a published figure. An **alert** is a rule and a subject, and has a life:

      | state | meaning |
      |---|---|
      | PENDING | the test holds, but not for as long yet as the rule asks (`pending`); nobody was told |
      | FIRING | it holds, and nobody has said that he sees to it |
      | ACKNOWLEDGED | somebody sees to it: `kuroshio alerts ack ID --why TEXT`. It fires again when what it says changes (another slip, another gap) |
      | SNOOZED | silent until a time: `kuroshio alerts snooze ID --until TIME --why TEXT`. It fires again at the end |
      | RESOLVED | it holds no longer. Why: RECOVERED (right again), **CORRECTED** (by the facts as they are known now it never was so), EXPIRED (its time is over), RESCHEDULED, WAIVED, CANCELLED, MISSED, RULE_GONE |

      When it holds again later, the next **episode** of the same alert begins. `innovation.alerts` has how each alert stands, `innovation.alert-history` every transition; `id.number` names one transition and no other, so telling it twice does no harm.
      What a rule says depends on the facts and the clock alone, in whatever order they came: a restart neither repeats nor loses a transition.

      ```
      kuroshio alerts list [--state open|pending|firing|acknowledged|snoozed|resolved|all] [--format text|csv|json] [--lang en|ja|zh] [--refresh] [--rules FILE]
      kuroshio alerts ack ID|RULE SUBJECT --why TEXT [--who NAME]
      kuroshio alerts snooze ID|RULE SUBJECT --until 2026-12-01|2026-12-01T09:00:00Z|PT8H --why TEXT [--who NAME]
      kuroshio alerts rules check FILE
      ```

      The first three take `--url http://localhost:8080` in place of `--data DIR`, and then ask a running `demo` or `run --roles serve`, with the key in `KUROSHIO_API_KEY`.

      Rules are judged while `demo` or `run` is running; `alerts list --refresh` judges what lies in a directory.
      Dates known as an interval (`2016`, `2024-03`) stand as their last day. A milestone's deadline is its `due`; one without `due` has none. Late or on time is said by `dueOriginal`, which no reschedule moves.

      ## Rules
      """;

  private static final String WRITING =
      """

      ## Writing rules

      ```yaml
      rules:
        - id: chiba.hundred            # part of the alert's key; lower case, with dots
          severity: warning            # info, warning or critical
          titles: { en: A hundred ventures in Chiba, ja: 千葉県100社 }    # en must be there
          description: What it is good for.
          test: level                  # see below
          indicator: venture.stock
          group: JP
          regions: [JP-12]             # every member of the group if left out
          period: current FY           # or last FY, current M, ..., or a label as FY2007
          above: 100
          rearm: 95                    # may ring again only after it was below this
          pending: PT10S               # must hold so long, unchanged, before it fires
          message: { en: "{name} has {value} ventures in {period}" }
      ```

      `kuroshio alerts rules check FILE` refuses unknown keys, tests, indicators, regions and values with file, line and the nearest name.

      | test | holds if | keys | values for messages |
      |---|---|---|---|
      """;

  private RulesPage() {}

  /** The page, with a line feed at the end of every line. */
  public static String of(AlertRules rules) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    rules.with(List.of()).all().forEach(rule -> rule(page, rule));
    page.append(WRITING);
    rules.kinds().forEach(kind -> kind(page, kind));
    return page.toString();
  }

  private static void rule(StringBuilder page, AlertRule<?> rule) {
    page.append(
        """

        ### %s

        **%s** / %s / %s. %s

        - severity: %s
        - holds if %s
        - says: %s
        """
            .formatted(
                rule.id(),
                rule.title("en"),
                rule.title("ja"),
                rule.title("zh"),
                rule.description(),
                rule.severity().word(),
                rule.test().described(),
                rule.message().texts().get("en")));
    if (!rule.pending().equals(Duration.ZERO)) {
      page.append("- pending: ").append(rule.pending()).append('\n');
    }
  }

  private static void kind(StringBuilder page, TestKind kind) {
    page.append(
        "| `%s` | %s | %s | %s |%n"
            .formatted(
                kind.word(),
                kind.meaning(),
                code(kind.sortedKeys()),
                code(kind.values().stream().sorted().toList()))
            .replace("\r", ""));
  }

  private static String code(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
