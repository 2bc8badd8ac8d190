package org.kuroshio.serve.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Facet;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.TableCsv;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.answer.Page;
import org.kuroshio.serve.answer.SdmxCsv;
import org.kuroshio.serve.answer.ValuesAnswer;
import org.kuroshio.serve.answer.ValuesJson;
import org.kuroshio.serve.answer.ValuesQuestion;
import org.kuroshio.serve.print.Csv;
import org.kuroshio.serve.snapshot.Snapshot;
import org.kuroshio.serve.table.TableText;

/** {@code /values}. */
final class ValuesEndpoint implements Handler {
  private static final int ROWS = 5_000;
  private static final int MOST_ROWS = 10_000;

  private final Tables tables;
  private final Catalogue catalogue;
  private final Regions regions;
  private final ValuesAnswer values;

  ValuesEndpoint(Tables tables, Catalogue catalogue, Regions regions) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.regions = regions;
    this.values = new ValuesAnswer(catalogue, regions);
  }

  @Override
  public void handle(Context context) {
    Question question =
        new Question(
            context,
            "indicator",
            "facet",
            "group",
            "region",
            "period",
            "from",
            "to",
            "breakdown",
            "status",
            "as_of",
            "shape",
            "format",
            "bom",
            "limit",
            "offset",
            "lang");
    Format format =
        Format.of(question, context, Format.json, Format.csv, Format.sdmx_csv, Format.text);
    Language language = question.language();
    ValuesQuestion wanted = wanted(question);
    String shape = question.word("shape", "rows", List.of("rows", "table", "series"));
    int offset = question.number("offset", 0, 0, Integer.MAX_VALUE);
    int limit = question.number("limit", ROWS, 1, MOST_ROWS);
    boolean mark = question.flag("bom");
    Snapshot snapshot = tables.of(question.text("as_of"));
    List<TableRow> rows = ProblemException.asking(() -> values.rows(snapshot, wanted, language));
    Answer answer = Answer.to(context);
    if (answer.isKnown(snapshot.mark(), language, format)) {
      return;
    }
    Cut cut = snapshot.cut();
    switch (format) {
      case csv -> answer.text(format, (mark ? Csv.BYTE_ORDER_MARK : "") + TableCsv.of(rows));
      case sdmx_csv -> answer.printed(format, out -> SdmxCsv.write(rows, out));
      case text ->
          answer.lines(format, new TableText(catalogue, regions, language.name()).lines(rows));
      case json -> {
        if (shape.equals("series")) {
          answer.json(ValuesJson.series(cut, wanted.group(), rows));
        } else {
          Page<TableRow> page =
              Page.of(rows, offset, limit, from -> next(context, cut.getCut(), from));
          if (!page.next().isEmpty()) {
            context.header("Link", "<" + page.next() + ">; rel=\"next\"");
          }
          answer.json(
              shape.equals("table") ? ValuesJson.table(cut, page) : ValuesJson.rows(cut, page));
        }
      }
    }
  }

  private static ValuesQuestion wanted(Question question) {
    Optional<Facet> facet =
        question.text("facet").map(text -> question.oneOf("facet", text, Facet.class));
    Set<Status> statuses = question.words("status", Status.class);
    String group = question.required("group");
    String periods = periods(question);
    return ProblemException.asking(
        () ->
            new ValuesQuestion(
                question.list("indicator"),
                facet,
                group,
                question.list("region"),
                periods,
                question.text("breakdown").orElse(""),
                statuses));
  }

  private static String periods(Question question) {
    Optional<String> period = question.text("period");
    Optional<String> from = question.text("from");
    Optional<String> to = question.text("to");
    if (period.isPresent() && from.isEmpty() && to.isEmpty()) {
      return period.get();
    }
    if (period.isEmpty() && from.isPresent() && to.isPresent()) {
      return from.get() + ".." + to.get();
    }
    throw ProblemException.badQuestion(
        "say which periods: period=FY2007 (or FY2003..FY2007, or latest), or from and to");
  }

  /** The same question about the same cut, whatever is published in between. */
  private static String next(Context context, String cut, int offset) {
    List<String> parameters = new ArrayList<>();
    context
        .queryParamMap()
        .forEach(
            (name, all) -> {
              if (!name.equals("offset") && !name.equals("as_of")) {
                parameters.add(name + "=" + encoded(all.get(0)));
              }
            });
    parameters.add("as_of=" + cut);
    parameters.add("offset=" + offset);
    return context.path() + "?" + String.join("&", parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
