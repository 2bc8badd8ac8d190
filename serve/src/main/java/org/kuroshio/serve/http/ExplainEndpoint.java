package org.kuroshio.serve.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.Explainer;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.explanation.EntityIndex;
import org.kuroshio.serve.explanation.EventReader;
import org.kuroshio.serve.explanation.Explained;
import org.kuroshio.serve.explanation.ExplanationCsv;
import org.kuroshio.serve.explanation.ExplanationJson;
import org.kuroshio.serve.explanation.ExplanationText;
import org.kuroshio.serve.explanation.Explanations;
import org.kuroshio.serve.explanation.KafkaEventLog;
import org.kuroshio.serve.knowledge.Knowledge;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.snapshot.Snapshot;

/** {@code /explain}. */
final class ExplainEndpoint implements Handler {
  private final Tables tables;
  private final Knowledge knowledge;
  private final KafkaClient client;
  private final Topics topics;
  private final SchemaIds ids;
  private final Catalogue catalogue;
  private final Regions regions;

  ExplainEndpoint(
      Tables tables,
      Knowledge knowledge,
      KafkaClient client,
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions) {
    this.tables = tables;
    this.knowledge = knowledge;
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
            context,
            "indicator",
            "group",
            "region",
            "period",
            "breakdown",
            "depth",
            "limit",
            "as_of",
            "format",
            "lang");
    Format format = Format.of(question, context, Format.json, Format.csv, Format.text);
    Language language = question.language();
    int depth = question.number("depth", 0, 0, 5);
    int most = question.number("limit", 20, 0, 10_000);
    CellQuestion asked =
        new CellQuestion(
            question.required("indicator"),
            question.required("group"),
            question.required("region"),
            question.required("period"),
            question.text("breakdown").orElse(""));
    ProblemException.asking(
        () -> {
          Explainer.check(catalogue, regions, asked);
          return asked;
        });
    Optional<String> asOf = question.text("as_of");
    Answer answer = Answer.to(context);
    if (answer.isKnown(tables.of(asOf).mark(), language, format)) {
      return;
    }
    Explained explained =
        ProblemException.asking(
            () ->
                asOf.isEmpty()
                    ? knowledge.ask(standing -> standing.explain(asked, depth, most))
                    : past(tables.of(asOf), asked, depth, most));
    // the cut may have moved on while the question waited for its turn
    answer.mark(Snapshot.mark(explained.cut()), language, format);
    write(answer, format, explained, language);
  }

  /** An index knows entities as of one cut only, so the past has one of its own. */
  private Explained past(Snapshot snapshot, CellQuestion asked, int depth, int most) {
    return tables.inTurn(
        () -> {
          try (KafkaEventLog log = new KafkaEventLog(client.start(), Pulse.STEADY)) {
            EntityIndex index = new EntityIndex(log, topics, ids, catalogue, regions);
            return new Explanations(catalogue, regions, index, new EventReader(log, topics))
                .explain(snapshot.table(), asked, depth, most);
          }
        });
  }

  private void write(Answer answer, Format format, Explained explained, Language language) {
    switch (format) {
      case csv -> answer.printed(format, out -> ExplanationCsv.write(explained, out));
      case text ->
          answer.lines(format, new ExplanationText(regions, language.name()).lines(explained));
      default -> answer.text(Format.json, ExplanationJson.of(explained, language.name()));
    }
  }
}
