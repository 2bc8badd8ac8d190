package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.knowledge.ChangesAnswer;
import org.kuroshio.serve.knowledge.Knowledge;
import org.kuroshio.serve.knowledge.MilestoneState;
import org.kuroshio.serve.knowledge.MilestonesAnswer;
import org.kuroshio.serve.snapshot.CutChanges;
import org.kuroshio.serve.snapshot.Snapshot;

/** {@code /cuts}, {@code /changes} and {@code /milestones}: what the events say. */
final class RecentEndpoints {
  private static final int CUTS = 100;

  private final Tables tables;
  private final Knowledge knowledge;
  private final Regions regions;
  private final ChangesAnswer changes;
  private final MilestonesAnswer milestones;

  RecentEndpoints(Tables tables, Knowledge knowledge, Catalogue catalogue, Regions regions) {
    this.tables = tables;
    this.knowledge = knowledge;
    this.regions = regions;
    this.changes = new ChangesAnswer(catalogue, regions);
    this.milestones = new MilestonesAnswer(regions);
  }

  void cuts(Context context) {
    int most = new Question(context, "limit").number("limit", CUTS, 1, 10_000);
    Snapshot now = tables.now();
    Answer answer = Answer.to(context);
    if (answer.isKnown(now.mark(), Language.en, Format.json)) {
      return;
    }
    ObjectNode tree = Json.object();
    ArrayNode cuts = tree.putArray("cuts");
    List<CutChanges> recent = tables.live().recent().all();
    for (int i = recent.size() - 1; i >= 0 && cuts.size() < most; i--) {
      Cut cut = recent.get(i).cut();
      if (cut.getSequence() <= now.cut().getSequence()) {
        cuts.add(Json.whole(cut).put("cells", cut.getCells()));
      }
    }
    answer.json(tree);
  }

  void changes(Context context) {
    Question question = new Question(context, "limit", "lang");
    int most = question.number("limit", 20, 1, 100);
    Language language = question.language();
    Answer answer = Answer.to(context);
    if (answer.isKnown(tables.now().mark(), language, Format.json)) {
      return;
    }
    ProblemException.asking(
        () ->
            knowledge.ask(
                standing -> {
                  answer.mark(standing.snapshot().mark(), language, Format.json);
                  answer.json(changes.of(standing, tables.live().recent().all(), most, language));
                  return standing;
                }));
  }

  void milestones(Context context) {
    Question question = new Question(context, "group", "state", "limit", "offset", "lang");
    String group = question.text("group").orElse(Regions.WORLD);
    ProblemException.asking(() -> regions.kind(group));
    Set<MilestoneState> states = question.words("state", MilestoneState.class);
    int limit = question.number("limit", 1_000, 1, 10_000);
    int offset = question.number("offset", 0, 0, Integer.MAX_VALUE);
    Language language = question.language();
    Answer answer = Answer.to(context);
    if (answer.isKnown(tables.now().mark(), language, Format.json)) {
      return;
    }
    ProblemException.asking(
        () ->
            knowledge.ask(
                standing -> {
                  answer.mark(standing.snapshot().mark(), language, Format.json);
                  answer.json(milestones.of(standing, group, states, offset, limit, language));
                  return standing;
                }));
  }
}
