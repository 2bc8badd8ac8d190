package org.kuroshio.standalone.correction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.entity.Problem;

/** Finds the row that is to blame for what is wrong with an event. */
final class WrongFields {
  private static final Pattern SLASH = Pattern.compile("/");

  /** A pointer to a field of an entity begins with an empty part, {@code entity} and its name. */
  private static final int FIRST_STEP = 3;

  private final EntityEdit edit;
  private final Regions regions;
  private final Findings findings;

  WrongFields(EntityEdit edit, Regions regions, Findings findings) {
    this.edit = edit;
    this.regions = regions;
    this.findings = findings;
  }

  void report(Problem problem) {
    String wrong = problem.found() + ", expected " + problem.expected();
    Optional<CorrectionRow> row = rowOf(steps(problem.path()));
    if (row.isEmpty()) {
      findings.add(
          edit.position(), "%s of %s: %s".formatted(problem.path(), edit.entityId(), wrong));
    } else if (problem.reason() == Problem.Reason.UNKNOWN_FIELD) {
      findings.add(row.get().position(), Columns.FIELD, row.get().field(), wrong);
    } else {
      String value = row.get().value().orElse("");
      findings.add(
          row.get().position(), Columns.VALUE, value, wrong + advice(problem.reason(), value));
    }
  }

  /** The row that names the field itself, or most of the way to it, or a part of it. */
  private Optional<CorrectionRow> rowOf(List<String> steps) {
    return edit.corrections().stream()
        .filter(
            row -> {
              FieldPath path = FieldPath.parse(row.field());
              return path.contains(steps) || new FieldPath(steps).contains(path.steps());
            })
        .max(Comparator.comparingInt(row -> FieldPath.parse(row.field()).steps().size()));
  }

  private static List<String> steps(String pointer) {
    List<String> parts = List.of(SLASH.split(pointer, -1));
    boolean ofEntity = parts.size() > FIRST_STEP && parts.get(1).equals(EventTree.ENTITY);
    return ofEntity ? parts.subList(FIRST_STEP, parts.size()) : parts.subList(1, parts.size());
  }

  private String advice(Problem.Reason reason, String value) {
    return reason == Problem.Reason.UNKNOWN_REGION
        ? regions.nearest(value).map(near -> "; did you mean '" + near + "'?").orElse("")
        : "";
  }
}
