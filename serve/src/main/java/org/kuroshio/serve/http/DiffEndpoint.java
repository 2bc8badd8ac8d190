package org.kuroshio.serve.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
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
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.Pulse;

/** {@code /diff}. */
final class DiffEndpoint implements Handler {
  private final Tables tables;
  private final KafkaClient client;
  private final Topics topics;
  private final SchemaIds ids;
  private final Catalogue catalogue;
  private final Regions regions;

  DiffEndpoint(
      Tables tables,
      KafkaClient client,
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions) {
    this.tables = tables;
    this.client = client;
    this.topics = topics;
    this.ids = ids;
    this.catalogue = catalogue;
    this.regions = regions;
  }

  @Override
  public void handle(Context context) {
    Question question =
        new Question(
            context, "from", "to", "indicator", "region", "period", "limit", "rows", "format");
    Format format = Format.of(question, context, Format.json, Format.csv, Format.text);
    String from = question.required("from");
    String to = question.required("to");
    Selection wanted =
        new Selection(question.list("indicator"), question.list("region"), question.list("period"));
    Told told = new Told(question.flag("rows"), question.number("limit", 100, 0, 10_000));
    Difference difference =
        ProblemException.asking(
            () -> {
              check(wanted);
              return between(End.parse(from), End.parse(to), wanted, told);
            });
    Answer answer = Answer.to(context);
    switch (format) {
      case csv -> answer.printed(format, out -> DifferenceCsv.write(difference, out));
      case text -> answer.lines(format, DifferenceText.lines(difference));
      default -> answer.text(Format.json, DifferenceJson.of(difference));
    }
  }

  /** A misspelt id or code would look like "nothing changed". */
  private void check(Selection wanted) {
    wanted.indicators().forEach(catalogue::get);
    List<String> codes = wanted.regions();
    codes.forEach(code -> regions.kind(code.replaceFirst("^" + UnallocatedRows.PREFIX, "")));
  }

  private Difference between(End from, End to, Selection wanted, Told told) {
    return tables.inTurn(
        () -> {
          try (KafkaEventLog log = new KafkaEventLog(client.start(), Pulse.STEADY)) {
            return new Differences(topics, ids, catalogue, regions, log)
                .between(tables.at(from), tables.at(to), wanted, told);
          }
        });
  }
}
