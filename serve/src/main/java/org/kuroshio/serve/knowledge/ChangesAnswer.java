package org.kuroshio.serve.knowledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.answer.CellJson;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.difference.CellOrder;
import org.kuroshio.serve.explanation.EntityEvent;
import org.kuroshio.serve.snapshot.CutChanges;

/** What happened lately, and which cells it changed. */
public final class ChangesAnswer {
  private static final int CELLS = 20;

  private final Comparator<IndicatorValue> order;
  private final Regions regions;

  public ChangesAnswer(Catalogue catalogue, Regions regions) {
    this.order = CellOrder.ofCells(catalogue);
    this.regions = regions;
  }

  /**
   * @param recent oldest first, up to the cut that the knowledge stands at
   * @param most how many cuts
   */
  public ObjectNode of(
      Knowledge.Standing standing, List<CutChanges> recent, int most, Language language) {
    ObjectNode answer = Json.object().put("cut", standing.snapshot().cut().getCut());
    ArrayNode changes = answer.putArray("changes");
    long newest = standing.snapshot().cut().getSequence();
    for (int i = recent.size() - 1; i >= 0 && changes.size() < most; i--) {
      if (recent.get(i).cut().getSequence() <= newest) {
        Optional<Cut> previous = i == 0 ? Optional.empty() : Optional.of(recent.get(i - 1).cut());
        put(changes.addObject(), recent.get(i), previous, standing.events(), language);
      }
    }
    return answer;
  }

  private void put(
      ObjectNode node,
      CutChanges changes,
      Optional<Cut> previous,
      CutEvents events,
      Language language) {
    Cut cut = changes.cut();
    node.put("cut", cut.getCut());
    node.put("sequence", cut.getSequence());
    node.put("asOf", cut.getAsOf().toString());
    node.put("at", cut.getAt().toString());
    node.put("previous", previous.map(Cut::getCut).orElse(null));
    node.put("cellCount", cut.getCount());
    CutEvents.Told told = events.of(cut);
    node.put("eventCount", told.count());
    ArrayNode first = node.putArray("events");
    told.first().forEach(happening -> put(first.addObject(), happening));
    ArrayNode cells = node.putArray("cells");
    CellJson writer = new CellJson(regions, language);
    Stream<IndicatorValue> sorted = changes.cells().values().stream().sorted(order);
    sorted.limit(CELLS).forEach(cell -> writer.put(cells.addObject(), cell));
  }

  private static void put(ObjectNode node, Happening happening) {
    node.put("entityId", happening.entityId());
    node.put("verb", happening.verb());
    Optional<EntityEvent> event = happening.event();
    node.put("record", event.map(EntityEvent::record).orElse(""));
    if (!happening.title().isEmpty()) {
      node.put("title", happening.title());
    }
    ArrayNode regions = node.putArray("regions");
    happening.regions().forEach(regions::add);
    node.put("source", event.map(EntityEvent::source).orElse(""));
    ArrayNode quality = node.putArray("quality");
    event.ifPresent(e -> e.quality().forEach(quality::add));
    node.put("uri", event.map(EntityEvent::uri).orElse(""));
    node.put("position", event.map(EntityEvent::position).orElse(""));
    event.flatMap(EntityEvent::reason).ifPresent(reason -> node.put("reason", reason));
    event.ifPresent(e -> node.put("publishedAt", e.publishedAt().toString()));
  }
}
