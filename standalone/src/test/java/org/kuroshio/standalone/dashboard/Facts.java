package org.kuroshio.standalone.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts beside the paper's, of today, so that every view has something to show: a file of the
 * source `events`.
 */
final class Facts {
  /** What nobody should run. */
  static final String SCRIPT = "<script>window.hacked = true</script>";

  static final String HOSTILE_PROJECT = "Marine biology " + SCRIPT;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalDate today;
  private final List<String> lines = new ArrayList<>();

  private Facts(LocalDate today) {
    this.today = today;
  }

  static Path write(Path file, LocalDate today) throws IOException {
    Facts facts = new Facts(today);
    facts.project("sensing", "JP-13", "Quantum sensing", "量子センシング");
    facts.project("marine", "JP-14", HOSTILE_PROJECT, "海洋生物");
    facts.milestone("sensing", "GATE", "JP-13", -40, null);
    facts.milestone("sensing", "REPORT", "JP-13", 20, null);
    facts.milestone("sensing", "PROTOTYPE", "JP-13", 200, null);
    facts.milestone("marine", "FILING", "JP-14", -100, -120);
    facts.ventures("US-CA", 5);
    facts.ventures("US-MA", 3);
    facts.ventures("US-TX", 3);
    facts.ventures("CN-BJ", 4);
    facts.ventures("CN-TJ", 2);
    facts.ventures("CN-HE", 1);
    return Files.write(file, facts.lines);
  }

  private void project(String id, String region, String english, String japanese) {
    ObjectNode project = MAPPER.createObjectNode();
    project.put("projectId", id).put("category", "PLATFORM").put("status", "RUNNING");
    project.put("selectedOn", "2024-04-01");
    project.putObject("labels").put("en", english).put("ja", japanese);
    party(project.putArray("parties"), "LEAD", region);
    event("wall:project:" + id, "Project", project);
  }

  /**
   * @param dueDays from today
   * @param reachedDays from today; null while it is open
   */
  private void milestone(
      String project, String kind, String region, int dueDays, Integer reachedDays) {
    String id = project + ":" + kind;
    ObjectNode milestone = MAPPER.createObjectNode();
    milestone.put("milestoneId", id).put("projectId", project).put("kind", kind);
    milestone.put("due", today.plusDays(dueDays).toString());
    milestone.put("status", reachedDays == null ? "PLANNED" : "REACHED");
    if (reachedDays != null) {
      milestone.put("reachedOn", today.plusDays(reachedDays).toString());
    }
    party(milestone.putArray("parties"), "LEAD", region);
    event("wall:milestone:" + id, "Milestone", milestone);
  }

  private void ventures(String region, int count) {
    for (int i = 1; i <= count; i++) {
      String id = region + ":" + i;
      ObjectNode venture = MAPPER.createObjectNode();
      venture.put("ventureId", id).put("foundedOn", (2010 + i) + "-05-01").put("status", "ACTIVE");
      party(venture, region);
      event("wall:venture:" + id, "Venture", venture);
    }
  }

  private static void party(ObjectNode venture, String region) {
    venture.putObject("headquarters").put("role", "HEADQUARTERS").put("region", region);
  }

  private static void party(ArrayNode parties, String role, String region) {
    parties.addObject().put("role", role).put("region", region);
  }

  private void event(String id, String type, ObjectNode entity) {
    ObjectNode event = MAPPER.createObjectNode().put("entityId", id).put("version", 1);
    event.put("publishedAt", "2025-04-01T00:00:00Z");
    event.putObject("entity").set(type, entity);
    lines.add(event.toString());
  }
}
