package org.kuroshio.serve.knowledge;

import java.util.List;
import java.util.Optional;
import org.kuroshio.serve.explanation.EntityEvent;

/**
 * An event that became its entity's state.
 *
 * @param verb new, changed, withdrawn or forgotten
 * @param title an organisation's or project's name; empty where there is none
 * @param regions that it names, in its order, each once
 * @param event empty where the id was forgotten
 */
public record Happening(
    String entityId, String verb, String title, List<String> regions, Optional<EntityEvent> event) {
  public Happening {
    regions = List.copyOf(regions);
  }
}
