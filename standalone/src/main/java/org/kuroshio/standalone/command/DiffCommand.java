package org.kuroshio.standalone.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.difference.Difference;
import org.kuroshio.serve.difference.DifferenceCsv;
import org.kuroshio.serve.difference.DifferenceJson;
import org.kuroshio.serve.difference.DifferenceText;
import org.kuroshio.serve.difference.Differences;
import org.kuroshio.serve.difference.End;
import org.kuroshio.serve.difference.Selection;
import org.kuroshio.serve.difference.Told;
import org.kuroshio.serve.explanation.KafkaEventLog;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.remote.RemoteServer;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kuroshio diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Say what changed between two cuts, and which events did it.",
    description = {
      "The events that changed what any number is made of, then the cells that changed, each with"
          + " the entities or inputs that changed it. Text shows the longest and latest period of"
          + " each row; csv and json every cell."
    },
    footer = {
      "",
      "Example: kuroshio diff --from 2026-11-22 --to latest --indicator venture.stock",
    })
final class DiffCommand implements Runnable {
  private static final int ROWS_OF_TEXT = 50;

  /** What a server tells at the most. */
  private static final int MOST_OVER_HTTP = 10_000;

  private final Surroundings surroundings;
  private final Failures failures;

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "CUT|INSTANT",
      required = true,
      description = {
        "The earlier tables: a cut's id, an instant 2026-11-23T10:00:00Z, a day,",
        "which means its end in UTC, or the words first and latest."
      })
  private String from;

  @Option(
      names = "--to",
      paramLabel = "CUT|INSTANT",
      required = true,
      description = "The later tables, in the same way.")
  private String to;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      split = ",",
      description = "Only cells of these indicators; several by commas.")
  private List<String> indicators = List.of();

  @Option(
      names = "--region",
      paramLabel = "R",
      split = ",",
      description = "Only these rows; several by commas.")
  private List<String> rows = List.of();

  @Option(
      names = "--period",
      paramLabel = "P",
      split = ",",
      description = "Only these columns; several by commas.")
  private List<String> periods = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {
        "How many events and rows are shown; default " + ROWS_OF_TEXT + " as text,",
        "everything as csv and json."
      })
  private Integer limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (for people), csv or json; default text.")
  private OutputFormat format;

  @Mixin private DataOption data;
  @Mixin private PlaceOption place;

  DiffCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Catalogue catalogue = CatalogueFiles.shipped(List.of());
    Regions regions = Regions.shipped();
    check(catalogue, regions);
    End earlier = end(from);
    End later = end(to);
    Optional<RemoteServer> server = place.server();
    if (server.isPresent()) {
      printAnswer(server.get());
    } else {
      print(compare(catalogue, regions, earlier, later, logs));
    }
  }

  private void printAnswer(RemoteServer server) {
    Told told = told();
    Map<String, String> question = new LinkedHashMap<>();
    question.put("from", from);
    question.put("to", to);
    question.put("indicator", String.join(",", indicators));
    question.put("region", String.join(",", rows));
    question.put("period", String.join(",", periods));
    question.put("rows", Boolean.toString(told.byRow()));
    question.put("limit", Integer.toString(Math.min(told.most(), MOST_OVER_HTTP)));
    question.put("format", format.name());
    String answer = server.text("diff", question);
    surroundings.out().print(answer.endsWith("\n") ? answer : answer + "\n");
  }

  /** A misspelt id or code would look like "nothing changed". */
  private void check(Catalogue catalogue, Regions regions) {
    indicators.forEach(catalogue::get);
    rows.stream()
        .map(row -> row.startsWith("unallocated:") ? row.substring("unallocated:".length()) : row)
        .forEach(regions::kind);
    periods.forEach(this::checkPeriod);
    if (limit != null && limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit is 0 or more, was " + limit);
    }
  }

  /** How a label is written is the same in all fiscal calendars. */
  private void checkPeriod(String label) {
    try {
      Period.parse(label, FiscalCalendar.CALENDAR);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private End end(String text) {
    try {
      return End.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Difference compare(
      Catalogue catalogue, Regions regions, End earlier, End later, Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "diff");
    SchemaIds ids = new BundledIds();
    Topics topics = Topics.of(ids);
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed);
        TopicScan<SpecificRecord> history =
            TopicScan.of(
                session.bootstrapServers(), topics.indicatorHistory(), surroundings.stop()::check);
        KafkaEventLog log =
            new KafkaEventLog(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, session.bootstrapServers()),
                surroundings.stop()::check)) {
      return new Differences(topics, ids, catalogue, regions, log)
          .between(history, earlier, later, new Selection(indicators, rows, periods), told());
    }
  }

  private Told told() {
    boolean text = format == OutputFormat.text;
    int most = limit != null ? limit : text ? ROWS_OF_TEXT : Integer.MAX_VALUE;
    return new Told(text, most);
  }

  private void print(Difference difference) {
    switch (format) {
      case text -> DifferenceText.lines(difference).forEach(surroundings.out()::println);
      case csv -> DifferenceCsv.write(difference, surroundings.out());
      case json -> surroundings.out().println(DifferenceJson.of(difference));
    }
  }
}
