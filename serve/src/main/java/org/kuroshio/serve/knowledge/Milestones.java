package org.kuroshio.serve.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.ProgramEvent;

/** The state of every milestone. Not thread-safe. */
final class Milestones {
  private static final Comparator<ProgramEvent> BY_DUE_DATE =
      Comparator.comparing((ProgramEvent e) -> dueOr((Milestone) e.getEntity(), LocalDate.MAX))
          .thenComparing(ProgramEvent::getEntityId);

  private final Map<String, ProgramEvent> byEntity = new HashMap<>();

  /**
   * @param event the entity's state; null where the id is forgotten
   */
  void take(String entityId, ProgramEvent event) {
    boolean stands = event != null && event.getOp() == Op.ASSERT;
    if (stands && event.getEntity() instanceof Milestone) {
      byEntity.put(entityId, event);
    } else {
      byEntity.remove(entityId);
    }
  }

  /** By due date, then id; without a date at the end. */
  List<ProgramEvent> all() {
    List<ProgramEvent> all = new ArrayList<>(byEntity.values());
    all.sort(BY_DUE_DATE);
    return all;
  }

  static LocalDate dueOr(Milestone milestone, LocalDate otherwise) {
    if (milestone.getDue() != null) {
      return milestone.getDue().getTo();
    }
    return milestone.getDueOriginal() == null ? otherwise : milestone.getDueOriginal().getTo();
  }

  static List<String> regions(Milestone milestone) {
    return milestone.getParties().stream().map(Party::getRegion).distinct().toList();
  }
}
