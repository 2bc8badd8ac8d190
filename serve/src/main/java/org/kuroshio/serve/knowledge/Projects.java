package org.kuroshio.serve.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.serve.answer.Language;

/** What projects are called. Not thread-safe. */
final class Projects {
  private record Called(String source, String projectId, Map<String, String> labels) {}

  private final Map<String, Called> byEntity = new HashMap<>();
  private final Map<String, TreeMap<String, Called>> byProject = new HashMap<>();

  /**
   * @param event the entity's state; null where the id is forgotten
   */
  void take(String entityId, ProgramEvent event) {
    Called last = byEntity.remove(entityId);
    if (last != null) {
      TreeMap<String, Called> of = byProject.get(last.projectId());
      of.remove(entityId);
      if (of.isEmpty()) {
        byProject.remove(last.projectId());
      }
    }
    boolean stands = event != null && event.getOp() == Op.ASSERT;
    if (stands && event.getEntity() instanceof Project project && !project.getLabels().isEmpty()) {
      Called called = new Called(event.getSource(), project.getProjectId(), project.getLabels());
      byEntity.put(entityId, called);
      byProject.computeIfAbsent(called.projectId(), id -> new TreeMap<>()).put(entityId, called);
    }
  }

  /** As the same source calls it, else as the first that knows it does. */
  Optional<String> title(String projectId, String source, Language language) {
    TreeMap<String, Called> of = byProject.getOrDefault(projectId, new TreeMap<>());
    Optional<Called> own = of.values().stream().filter(c -> c.source().equals(source)).findFirst();
    return own.or(() -> of.values().stream().findFirst())
        .flatMap(called -> label(called.labels(), language));
  }

  /** In the language, else in English, else in whichever comes first. */
  static Optional<String> label(Map<String, String> labels, Language language) {
    String label = labels.getOrDefault(language.name(), labels.get(Language.en.name()));
    return label == null ? new TreeMap<>(labels).values().stream().findFirst() : Optional.of(label);
  }
}
