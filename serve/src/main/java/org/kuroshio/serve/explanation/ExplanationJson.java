package org.kuroshio.serve.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.kuroshio.indicators.explain.Cited;
import org.kuroshio.indicators.explain.Contributions;
import org.kuroshio.indicators.explain.Contributor;
import org.kuroshio.indicators.explain.Explanation;
import org.kuroshio.schemas.table.IndicatorValue;

/** Explanations as JSON; numbers as the tables' JSON has them, fractions as text. */
public final class ExplanationJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Explained explained;
  private final String language;

  private ExplanationJson(Explained explained, String language) {
    this.explained = explained;
    this.language = language;
  }

  /**
   * @param language of the titles: en, ja or zh
   */
  public static String of(Explained explained, String language) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("cut", explained.cut().getCut());
    answer.put("asOf", explained.cut().getAsOf().toString());
    ArrayNode cells = answer.putArray("cells");
    ExplanationJson writer = new ExplanationJson(explained, language);
    explained.cells().forEach(cell -> writer.put(cells.addObject(), cell));
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private void put(ObjectNode node, Explanation cell) {
    node.put("indicator", cell.indicator().id());
    node.put("version", cell.indicator().version());
    node.put("title", cell.indicator().title(language));
    node.put("kind", cell.indicator().kind().word());
    node.put("group", cell.cell().group());
    node.put("region", cell.cell().region());
    node.put("period", cell.cell().period());
    node.put("breakdown", cell.cell().breakdown());
    node.put("unit", cell.cell().unit());
    IndicatorValue value = cell.published().orElse(null);
    boolean number = value != null && value.getValue() != null;
    node.put("value", number ? new BigDecimal(value.getValue()) : null);
    node.put("exact", number ? value.getExact() : null);
    if (value != null && value.getRank() != null) {
      node.put("rank", value.getRank());
    }
    node.put("status", cell.status().name());
    ArrayNode words = node.putArray("words");
    cell.words().forEach(words::add);
    if (cell.formula().isEmpty()) {
      node.put("explain", AskAgain.command(cell.cell()));
      return;
    }
    node.put("formula", cell.formula());
    if (!cell.calculation().isEmpty()) {
      node.put("calculation", cell.calculation());
    }
    cell.check()
        .ifPresent(
            check ->
                node.putObject("check").put("holds", check.holds()).put("words", check.words()));
    putInputs(node, cell);
    cell.entities().ifPresent(entities -> put(node.putObject("entities"), entities));
  }

  private void putInputs(ObjectNode node, Explanation cell) {
    if (!cell.inputs().isEmpty()) {
      ArrayNode inputs = node.putArray("inputs");
      for (Explanation.Input input : cell.inputs()) {
        ObjectNode one = inputs.addObject();
        one.put("role", input.role());
        put(one, input.of());
      }
    }
    if (!cell.cited().isEmpty()) {
      ArrayNode facts = node.putArray("facts");
      for (Cited cited : cell.cited()) {
        ObjectNode one = facts.addObject();
        one.put("role", cited.role());
        one.put("words", cited.words());
        cited.value().ifPresent(v -> one.put("value", new BigDecimal(v.decimalText())));
        ArrayNode entities = one.putArray("entities");
        cited.entities().forEach(entity -> put(entities.addObject(), entity));
      }
    }
  }

  private void put(ObjectNode node, Contributions entities) {
    node.put("count", entities.entities());
    entities.total().ifPresent(total -> node.put("total", total.exactText()));
    node.put("adding", entities.adding().name());
    if (entities.nameless() > 0) {
      node.put("nameless", entities.nameless());
    }
    if (entities.uncertain() > 0) {
      node.put("uncertain", entities.uncertain());
    }
    ArrayNode shown = node.putArray("shown");
    entities.shown().forEach(entity -> put(shown.addObject(), entity));
  }

  private void put(ObjectNode node, Contributor entity) {
    node.put("entityId", entity.entityId());
    node.put("adds", entity.adds().exactText());
    if (!entity.names().isEmpty()) {
      node.put("names", entity.names());
    }
    entity
        .term()
        .ifPresent(
            term ->
                node.put("days", term.days())
                    .put("due", term.due().toString())
                    .put("ended", term.ended().map(Object::toString).orElse(null)));
    explained.event(entity).ifPresent(event -> EventJson.put(node, event));
    node.put("topic", entity.source().topic());
    node.put("partition", entity.source().partition());
    node.put("offset", entity.offset());
  }
}
