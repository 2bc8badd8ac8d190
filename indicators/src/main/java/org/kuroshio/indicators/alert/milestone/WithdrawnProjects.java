package org.kuroshio.indicators.alert.milestone;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.Project;

/**
 * Which projects were taken back. A withdrawal may say nothing but the entity's id, so that id
 * counts beside the project's own.
 */
final class WithdrawnProjects {
  private final Map<String, Set<String>> idsByEntity = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Takes an entity's state; returns the projects whose standing may have changed. */
  Set<String> apply(String entityId, ProgramEvent state) {
    Set<String> now = ids(entityId, state);
    Set<String> before =
        now.isEmpty() ? idsByEntity.remove(entityId) : idsByEntity.put(entityId, now);
    Set<String> touched = new HashSet<>(now);
    if (before != null) {
      before.forEach(id -> counts.computeIfPresent(id, (i, n) -> n == 1 ? null : n - 1));
      touched.addAll(before);
    }
    now.forEach(id -> counts.merge(id, 1, Integer::sum));
    return touched;
  }

  boolean contains(String project) {
    return project != null && counts.containsKey(project);
  }

  private static Set<String> ids(String entityId, ProgramEvent state) {
    if (state == null || state.getOp() != Op.WITHDRAW) {
      return Set.of();
    }
    if (state.getEntity() == null) {
      return Set.of(entityId);
    }
    return state.getEntity() instanceof Project project
        ? Set.copyOf(
            Set.of(entityId).contains(project.getProjectId())
                ? Set.of(entityId)
                : Set.of(entityId, project.getProjectId()))
        : Set.of();
  }
}
