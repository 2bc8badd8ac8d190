package org.kuroshio.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.serve.print.Csv;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.serve.print.TextTable;
import org.kuroshio.serve.print.TextTable.Align;
import org.kuroshio.standalone.sourcestatus.SourceHealth;

/** Prints how sources are doing. */
final class SourceStatusWriter {
  private final PrintStream out;

  SourceStatusWriter(PrintStream out) {
    this.out = out;
  }

  void write(List<SourceHealth> all, OutputFormat format) {
    switch (format) {
      case text -> text(all);
      case csv -> csv(all);
      case json -> all.forEach(health -> out.println(json(health)));
    }
  }

  private void text(List<SourceHealth> all) {
    TextTable table =
        new TextTable(
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT);
    table.row(
        "source",
        "state",
        "last success",
        "newest",
        "read",
        "published",
        "known",
        "rejected",
        "budget");
    table.rule();
    for (SourceHealth health : all) {
      SourceStatus said = health.said();
      table.row(
          said.getSlice().isEmpty() ? said.getSource() : said.getSource() + " " + said.getSlice(),
          said.getState().name().toLowerCase(Locale.ROOT),
          instant(said.getLastSuccessAt()),
          instant(said.getNewestPublishedAt()),
          number(said.getRead()),
          number(said.getPublished()),
          number(said.getKnown()),
          number(health.rejected()),
          said.getBudgetLeft() == null ? "" : number(said.getBudgetLeft()));
    }
    table.lines().forEach(out::println);
    all.stream().map(SourceStatusWriter::notes).filter(n -> !n.isEmpty()).forEach(out::println);
  }

  /** What is out of the ordinary, below the table. */
  private static String notes(SourceHealth health) {
    SourceStatus said = health.said();
    String rejected =
        said.getRejected().isEmpty() ? "" : "; rejected: " + reasons(said.getRejected());
    String silent =
        health.overdue().map(overdue -> "; silent, overdue by " + words(overdue)).orElse("");
    String error = Optional.ofNullable(said.getError()).map(why -> "; " + why).orElse("");
    String all = rejected + silent + error;
    return all.isEmpty() ? "" : said.getSource() + ":" + all.substring(1);
  }

  private void csv(List<SourceHealth> all) {
    Csv csv = new Csv(out);
    csv.line(
        List.of(
            "source",
            "slice",
            "state",
            "at",
            "last_success",
            "newest_published",
            "read",
            "published",
            "known",
            "ignored",
            "rejected",
            "requests",
            "retries",
            "budget_left",
            "overdue_seconds",
            "error"));
    for (SourceHealth health : all) {
      SourceStatus said = health.said();
      csv.line(
          List.of(
              said.getSource(),
              said.getSlice(),
              said.getState().name(),
              instant(said.getAt()),
              instant(said.getLastSuccessAt()),
              instant(said.getNewestPublishedAt()),
              String.valueOf(said.getRead()),
              String.valueOf(said.getPublished()),
              String.valueOf(said.getKnown()),
              String.valueOf(said.getIgnored()),
              String.valueOf(health.rejected()),
              String.valueOf(said.getRequests()),
              String.valueOf(said.getRetries()),
              said.getBudgetLeft() == null ? "" : String.valueOf(said.getBudgetLeft()),
              overdue(health),
              said.getError() == null ? "" : said.getError()));
    }
  }

  private static ObjectNode json(SourceHealth health) {
    SourceStatus said = health.said();
    ObjectNode node =
        new ObjectMapper()
            .createObjectNode()
            .put("source", said.getSource())
            .put("slice", said.getSlice())
            .put("state", said.getState().name())
            .put("at", instant(said.getAt()))
            .put("lastSuccess", nullable(said.getLastSuccessAt()))
            .put("newestPublished", nullable(said.getNewestPublishedAt()))
            .put("read", said.getRead())
            .put("published", said.getPublished())
            .put("known", said.getKnown())
            .put("ignored", said.getIgnored())
            .put("requests", said.getRequests())
            .put("retries", said.getRetries())
            .put("budgetLeft", said.getBudgetLeft())
            .put("rhythmSeconds", said.getRhythmSeconds())
            .put("overdueSeconds", health.overdue().map(Duration::toSeconds).orElse(0L))
            .put("error", said.getError());
    ObjectNode rejected = node.putObject("rejected");
    new TreeMap<>(said.getRejected()).forEach(rejected::put);
    return node;
  }

  private static String overdue(SourceHealth health) {
    return health.overdue().map(overdue -> String.valueOf(overdue.toSeconds())).orElse("0");
  }

  private static String words(Duration duration) {
    return duration.toHours() >= 48
        ? duration.toDays() + " days"
        : duration.toMinutes() >= 120
            ? duration.toHours() + " hours"
            : duration.toMinutes() + " minutes";
  }

  private static String reasons(Map<String, Long> rejected) {
    return new TreeMap<>(rejected)
        .entrySet().stream()
            .map(reason -> reason.getKey() + " " + number(reason.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String instant(Instant instant) {
    return instant == null ? "" : instant.toString();
  }

  private static String nullable(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
