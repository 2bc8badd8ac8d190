package org.kuroshio.standalone.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.Explainer;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.explanation.EntityIndex;
import org.kuroshio.serve.explanation.EventReader;
import org.kuroshio.serve.explanation.Explained;
import org.kuroshio.serve.explanation.ExplanationCsv;
import org.kuroshio.serve.explanation.ExplanationJson;
import org.kuroshio.serve.explanation.ExplanationText;
import org.kuroshio.serve.explanation.Explanations;
import org.kuroshio.serve.explanation.KafkaEventLog;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.serve.table.AsOf;
import org.kuroshio.serve.table.TablesReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.remote.RemoteServer;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kuroshio explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Say why a number is what it is.",
    description = {
      "The entities behind it with what each adds and where it was read; for derived numbers the"
          + " formula and the values that it was made from; why there is no number where there is"
          + " none. What stands behind a number is added up again and compared with it."
    },
    footer = {
      "",
      "Example: kuroshio explain venture.stock --group JP-KANTO11 --region JP-13 --period FY2007",
      "Exit status 1 also if the number is not what stands behind it.",
    })
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Failures failures;
  private final Regions regions = Regions.shipped();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "INDICATOR", description = "An id (kuroshio indicators list).")
  private String indicator;

  @Option(
      names = "--group",
      paramLabel = "G",
      required = true,
      description =
          "What the region is shown in: a country (JP), a named group (JP-KANTO11) or WORLD.")
  private String group;

  @Option(
      names = "--region",
      paramLabel = "R",
      required = true,
      description = "A row of the table: JP-13, JP-ZZ, JP-KANTO11, unallocated:JP-KANTO11.")
  private String region;

  @Option(
      names = "--period",
      paramLabel = "P",
      required = true,
      description = "One column of the table: 2021-07-14, 2021-07, 2021-Q3, 2021, FY2007, TD.")
  private String period;

  @Option(
      names = "--breakdown",
      paramLabel = "K=V",
      defaultValue = "",
      description = "One part of the total: category=PLATFORM.")
  private String breakdown;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many levels of inputs are explained too; default 0.")
  private int depth;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many entities of a number are named, the largest first; default 20.")
  private int limit;

  @Option(
      names = "--as-of",
      paramLabel = "CUT|INSTANT",
      description = {
        "The tables as they were: a cut's id, an instant 2026-11-23T10:00:00Z,",
        "or a day, which means its end in UTC."
      })
  private String asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (for people), csv or json; default text.")
  private OutputFormat format;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of names: en, ja or zh; default en.")
  private Language language;

  @Mixin private DataOption data;
  @Mixin private PlaceOption place;

  ExplainCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Catalogue catalogue = CatalogueFiles.shipped(List.of());
    CellQuestion asked = new CellQuestion(indicator, group, region, period, breakdown);
    Optional<AsOf> past = checked(catalogue, asked);
    Optional<RemoteServer> server = place.server();
    if (server.isPresent()) {
      return printAnswer(server.get());
    }
    Explained explained = explain(catalogue, asked, past, logs);
    print(explained);
    List<String> contradictions = explained.contradictions();
    contradictions.forEach(words -> surroundings.err().println("kuroshio: " + words));
    return contradictions.isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
  }

  /** What is wrong with the question is said before a broker is started for it. */
  private Optional<AsOf> checked(Catalogue catalogue, CellQuestion asked) {
    try {
      if (depth < 0 || limit < 0) {
        throw new IllegalArgumentException("--depth and --limit are 0 or more");
      }
      Explainer.check(catalogue, regions, asked);
      return Optional.ofNullable(asOf).map(AsOf::parse);
    } catch (UnknownRegionException e) {
      // as an unknown indicator: the words are well formed, the thing is not there
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int printAnswer(RemoteServer server) {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("indicator", indicator);
    question.put("group", group);
    question.put("region", region);
    question.put("period", period);
    question.put("breakdown", breakdown);
    question.put("depth", Integer.toString(depth));
    question.put("limit", Integer.toString(limit));
    question.put("as_of", Optional.ofNullable(asOf).orElse(""));
    question.put("lang", language.name());
    question.put("format", format.name());
    String answer = server.text("explain", question);
    surroundings.out().print(answer.endsWith("\n") ? answer : answer + "\n");
    return CommandLines.DONE;
  }

  private Explained explain(
      Catalogue catalogue, CellQuestion asked, Optional<AsOf> past, Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "explain");
    SchemaIds ids = new BundledIds();
    Topics topics = Topics.of(ids);
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed);
        KafkaEventLog log =
            new KafkaEventLog(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, session.bootstrapServers()),
                surroundings.stop()::check)) {
      TablesReader reader =
          new TablesReader(session.bootstrapServers(), surroundings.stop()::check);
      IndicatorTable table = past.map(reader::asOf).orElseGet(reader::latest);
      EntityIndex index = new EntityIndex(log, topics, ids, catalogue, regions);
      return new Explanations(catalogue, regions, index, new EventReader(log, topics))
          .explain(table, asked, depth, limit);
    }
  }

  private void print(Explained explained) {
    switch (format) {
      case text ->
          new ExplanationText(regions, language.name())
              .lines(explained)
              .forEach(surroundings.out()::println);
      case csv -> ExplanationCsv.write(explained, surroundings.out());
      case json -> surroundings.out().println(ExplanationJson.of(explained, language.name()));
    }
  }
}
