package org.kuroshio.serve.knowledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.answer.Language;
import org.kuroshio.serve.answer.Page;

/** Milestones on their time line. */
public final class MilestonesAnswer {
  private final Regions regions;

  public MilestonesAnswer(Regions regions) {
    this.regions = regions;
  }

  /**
   * @param group WORLD for all
   * @param states empty for all
   */
  public ObjectNode of(
      Knowledge.Standing standing,
      String group,
      Set<MilestoneState> states,
      int offset,
      int limit,
      Language language) {
    LocalDate today = standing.snapshot().cut().getAsOf();
    TreeMap<String, Integer> counts = new TreeMap<>();
    List<ProgramEvent> wanted = new ArrayList<>();
    for (ProgramEvent event : standing.milestones()) {
      Milestone milestone = (Milestone) event.getEntity();
      if (isIn(milestone, group, today)) {
        MilestoneState state = MilestoneState.of(milestone, today);
        counts.merge(state.word(), 1, Integer::sum);
        if (states.isEmpty() || states.contains(state)) {
          wanted.add(event);
        }
      }
    }
    ObjectNode answer =
        Json.object()
            .put("cut", standing.snapshot().cut().getCut())
            .put("asOf", today.toString())
            .put("total", wanted.size());
    ObjectNode byState = answer.putObject("counts");
    counts.forEach(byState::put);
    ArrayNode array = answer.putArray("milestones");
    Page.of(wanted, offset, limit, next -> "")
        .items()
        .forEach(event -> put(array.addObject(), event, standing.projects(), today, language));
    return answer;
  }

  private boolean isIn(Milestone milestone, String group, LocalDate today) {
    return group.equals(Regions.WORLD)
        || Milestones.regions(milestone).stream()
            .anyMatch(region -> regions.containing(region, today).contains(group));
  }

  private void put(
      ObjectNode node, ProgramEvent event, Projects projects, LocalDate today, Language language) {
    Milestone milestone = (Milestone) event.getEntity();
    node.put("entityId", event.getEntityId());
    node.put("milestoneId", milestone.getMilestoneId());
    Projects.label(milestone.getLabels(), language).ifPresent(title -> node.put("title", title));
    node.put("projectId", milestone.getProjectId());
    projects
        .title(milestone.getProjectId(), event.getSource(), language)
        .ifPresent(title -> node.put("project", title));
    node.put("kind", milestone.getKind().name());
    node.put("state", MilestoneState.of(milestone, today).word());
    LocalDate due = Milestones.dueOr(milestone, null);
    put(node, "due", due);
    put(node, "dueOriginal", end(milestone.getDueOriginal()));
    LocalDate reached = end(milestone.getReachedOn());
    put(node, "reachedOn", reached);
    LocalDate against = reached == null ? today : reached;
    if (due != null && (reached != null || due.isBefore(today))) {
      node.put("daysLate", ChronoUnit.DAYS.between(due, against));
    }
    if (milestone.getDecision() != null) {
      node.put("decision", milestone.getDecision().name());
    }
    ArrayNode codes = node.putArray("regions");
    ArrayNode names = node.putArray("names");
    for (String region : Milestones.regions(milestone)) {
      codes.add(region);
      names.add(regions.isKnown(region) ? regions.name(region, language.name()) : region);
    }
    node.put("source", event.getSource());
    ArrayNode quality = node.putArray("quality");
    event.getQuality().forEach(q -> quality.add(q.name()));
  }

  private static LocalDate end(DateInterval interval) {
    return interval == null ? null : interval.getTo();
  }

  private static void put(ObjectNode node, String field, LocalDate day) {
    if (day != null) {
      node.put(field, day.toString());
    }
  }
}
