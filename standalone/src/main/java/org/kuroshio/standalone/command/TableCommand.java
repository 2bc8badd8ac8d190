package org.kuroshio.standalone.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.indicators.view.TableAnswer;
import org.kuroshio.indicators.view.TableCsv;
import org.kuroshio.indicators.view.TableQuery;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.serve.print.Csv;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.serve.table.AsOf;
import org.kuroshio.serve.table.TableJson;
import org.kuroshio.serve.table.TableText;
import org.kuroshio.serve.table.TablesReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.remote.RemoteServer;
import org.kuroshio.standalone.remote.ValuesPages;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kuroshio table}. */
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print indicators for the regions of a group.",
    description =
        "The group's regions, then what is known for the whole only, then the group itself.",
    footer = {
      "",
      "Example: kuroshio table company.created --group JP --period 2026-04-01",
    })
final class TableCommand implements Runnable {
  private final Surroundings surroundings;
  private final Failures failures;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "INDICATOR",
      split = ",",
      arity = "1..*",
      description = "Ids, separated by commas (kuroshio indicators list).")
  private List<String> indicators;

  @Option(
      names = "--group",
      paramLabel = "G",
      required = true,
      description = "A country (JP), a named group (JP-KANTO11) or WORLD.")
  private String group;

  @Option(
      names = "--period",
      paramLabel = "P",
      required = true,
      description = {
        "A day 2021-07-14, month 2021-07, quarter 2021-Q3, year 2021, fiscal year FY2007,",
        "or TD for everything to date; several by commas, ranges as P..P."
      })
  private String periods;

  @Option(
      names = "--breakdown",
      paramLabel = "K=V",
      defaultValue = "",
      description = "One part of the total: category=PLATFORM.")
  private String breakdown;

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

  @Option(names = "--bom", description = "Begin CSV with a byte order mark, for Excel.")
  private boolean byteOrderMark;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "Language of names: en, ja or zh; default en.")
  private Language language;

  @Mixin private DataOption data;
  @Mixin private PlaceOption place;

  TableCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Catalogue catalogue = CatalogueFiles.shipped(List.of());
    Regions regions = Regions.shipped();
    TableQuery query = new TableQuery(indicators, group, periods, breakdown);
    Optional<AsOf> past = checked(catalogue, regions, query);
    Optional<RemoteServer> server = place.server();
    if (server.isPresent()) {
      printAnswer(server.get());
      return;
    }
    IndicatorTable table = read(logs, past);
    List<TableRow> rows = new TableAnswer(table, catalogue, regions, language.name()).rows(query);
    print(table, rows, new TableText(catalogue, regions, language.name()));
    hints(catalogue, table, rows).forEach(surroundings.err()::println);
  }

  /**
   * For indicators of which the question finds nothing: the parts that those without a total have,
   * or the sources that feed them.
   */
  private List<String> hints(Catalogue catalogue, IndicatorTable table, List<TableRow> rows) {
    if (!breakdown.isEmpty()) {
      return List.of();
    }
    return indicators.stream()
        .filter(
            id ->
                rows.stream()
                    .filter(row -> row.indicator().equals(id))
                    .allMatch(row -> row.status() == Status.MISSING))
        .map(id -> hint(catalogue.get(id), table.breakdowns(id)))
        .toList();
  }

  private static String hint(Indicator indicator, List<String> parts) {
    return parts.isEmpty()
        ? "%s has no cells here. What feeds it: %s; each is read by kuroshio load SOURCE"
            .formatted(indicator.id(), String.join(", ", indicator.sources()))
        : "%s has cells of these parts, to be asked for with --breakdown: %s"
            .formatted(indicator.id(), String.join(", ", parts));
  }

  /** What is wrong with the question is said before a broker is started for it. */
  private Optional<AsOf> checked(Catalogue catalogue, Regions regions, TableQuery query) {
    try {
      new TableAnswer(new IndicatorTable(), catalogue, regions, language.name()).rows(query);
      return Optional.ofNullable(asOf).map(AsOf::parse);
    } catch (UnknownRegionException e) {
      // as an unknown indicator: the words are well formed, the thing is not there
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The server writes as this command does; only JSON comes in pages. */
  private void printAnswer(RemoteServer server) {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("indicator", String.join(",", indicators));
    question.put("group", group);
    question.put("period", periods);
    question.put("breakdown", breakdown);
    question.put("as_of", Optional.ofNullable(asOf).orElse(""));
    question.put("lang", language.name());
    question.put("format", format.name());
    question.put("bom", byteOrderMark ? "true" : "");
    if (format == OutputFormat.json) {
      surroundings.out().println(ValuesPages.joined(server, question));
    } else {
      surroundings.out().print(server.text("values", question));
    }
  }

  private IndicatorTable read(Logs logs, Optional<AsOf> past) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "table");
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed)) {
      TablesReader reader =
          new TablesReader(session.bootstrapServers(), surroundings.stop()::check);
      return past.map(reader::asOf).orElseGet(reader::latest);
    }
  }

  private void print(IndicatorTable table, List<TableRow> rows, TableText text) {
    switch (format) {
      case text -> text.lines(rows).forEach(surroundings.out()::println);
      case csv ->
          surroundings.out().print((byteOrderMark ? Csv.BYTE_ORDER_MARK : "") + TableCsv.of(rows));
      case json -> surroundings.out().println(TableJson.of(table.cut().orElseThrow(), rows));
    }
  }
}
