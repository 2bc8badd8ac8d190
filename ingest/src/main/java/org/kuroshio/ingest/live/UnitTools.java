package org.kuroshio.ingest.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.answer.BodyValues;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.ingest.engine.DownloadReading;
import org.kuroshio.ingest.engine.PageReading;
import org.kuroshio.ingest.failure.ErrorPolicy;
import org.kuroshio.ingest.failure.RetryPause;
import org.kuroshio.ingest.http.PatientClient;
import org.kuroshio.ingest.mapping.CompiledPart;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.memory.RecordMemory;
import org.kuroshio.ingest.page.Pages;
import org.kuroshio.ingest.progress.UnitProgress;
import org.kuroshio.ingest.request.RequestValues;
import org.kuroshio.ingest.source.Fetch;
import org.kuroshio.ingest.source.MappingVariables;

/**
 * What the reading of one unit works with.
 *
 * @param items reads the list; null where there is none
 */
record UnitTools(
    Unit unit,
    CompiledSource source,
    CompiledPart part,
    PatientClient client,
    ErrorPolicy policy,
    BodyValues bodies,
    PageReading reading,
    DownloadReading downloads,
    ItemReading items,
    RecordMemory memory,
    UnitProgress progress,
    RetryPause backoff) {

  Fetch fetch() {
    return part.part().fetch().orElseThrow();
  }

  /** What the mappings see. */
  Map<String, JsonNode> variables(RequestValues values) {
    Map<String, JsonNode> variables =
        new HashMap<>(source.variables(part.part(), Map.of(), part.part().name()));
    variables.put(MappingVariables.SLICE, TextNode.valueOf(unit.slice()));
    if (!values.days().isEmpty()) {
      ObjectNode window = JsonNodeFactory.instance.objectNode();
      values
          .days()
          .forEach((name, day) -> window.put(name.substring("window.".length()), day.toString()));
      variables.put(MappingVariables.WINDOW, window);
    }
    if (!values.item().isMissingNode()) {
      variables.put(MappingVariables.ITEM, values.item());
    }
    return variables;
  }

  PageGate gate(String greatest) {
    Cursor cursor = fetch().cursor();
    Optional<JsonPointer> after =
        fetch().pages() instanceof Pages.After pages
            ? Optional.of(pages.field())
            : Optional.empty();
    Optional<JsonPointer> mark =
        cursor instanceof Cursor.Watermark watermark
            ? Optional.of(watermark.at())
            : Optional.empty();
    return new PageGate(Optional.of(memory), after, mark, greatest);
  }
}
