package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Facet;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.serve.answer.IndicatorsAnswer;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.answer.QualityAnswer;
import org.kuroshio.serve.answer.RegionsAnswer;
import org.kuroshio.serve.snapshot.Snapshot;

/** {@code /indicators}, {@code /regions} and {@code /quality}: what depends on the tables alone. */
final class CatalogueEndpoints {
  private final Tables tables;
  private final IndicatorsAnswer indicators;
  private final RegionsAnswer regions;
  private final QualityAnswer quality;

  CatalogueEndpoints(Tables tables, Catalogue catalogue, Regions regions) {
    this.tables = tables;
    this.indicators = new IndicatorsAnswer(catalogue);
    this.regions = new RegionsAnswer(regions);
    this.quality = new QualityAnswer(catalogue, regions);
  }

  void indicators(Context context) {
    Question question = new Question(context, "facet", "lang");
    Optional<Facet> facet =
        question.text("facet").map(text -> question.oneOf("facet", text, Facet.class));
    Language language = question.language();
    Snapshot snapshot = tables.now();
    answer(context, snapshot, language, () -> indicators.of(snapshot, facet, language));
  }

  void regions(Context context) {
    Language language = new Question(context, "lang").language();
    Snapshot snapshot = tables.now();
    answer(context, snapshot, language, () -> regions.of(snapshot.cut().getAsOf(), language));
  }

  void quality(Context context) {
    Language language = new Question(context, "lang").language();
    Snapshot snapshot = tables.now();
    answer(context, snapshot, language, () -> quality.of(snapshot, language));
  }

  private static void answer(
      Context context, Snapshot snapshot, Language language, Supplier<ObjectNode> tree) {
    Answer answer = Answer.to(context);
    if (!answer.isKnown(snapshot.mark(), language, Format.json)) {
      answer.json(tree.get());
    }
  }
}
