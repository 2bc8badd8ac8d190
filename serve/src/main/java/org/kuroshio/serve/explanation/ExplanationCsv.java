package org.kuroshio.serve.explanation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.Cited;
import org.kuroshio.indicators.explain.Contributor;
import org.kuroshio.indicators.explain.Explanation;
import org.kuroshio.serve.print.Csv;

/**
 * Explanations as lines: one for each cell, then one for each of its facts and entities, then its
 * inputs with theirs. The first columns repeat the cell, so that every line stands by itself.
 */
public final class ExplanationCsv {
  private static final List<String> HEADER =
      List.of(
          "row",
          "level",
          "role",
          "indicator",
          "group",
          "region",
          "period",
          "breakdown",
          "unit",
          "value",
          "exact",
          "status",
          "words",
          "entity",
          "adds",
          "names",
          "days",
          "stands_for",
          "quality",
          "source",
          "source_record",
          "version",
          "published_at",
          "uri",
          "position",
          "sha256",
          "reason");

  /** How many columns an entity fills, from `entity` on. */
  private static final int ENTITY_COLUMNS = 14;

  private final Explained explained;
  private final Csv csv;

  private ExplanationCsv(Explained explained, Csv csv) {
    this.explained = explained;
    this.csv = csv;
  }

  public static void write(Explained explained, PrintStream out) {
    Csv csv = new Csv(out);
    csv.line(HEADER);
    ExplanationCsv writer = new ExplanationCsv(explained, csv);
    explained.cells().forEach(cell -> writer.write(cell, 0, ""));
  }

  private void write(Explanation cell, int level, String role) {
    List<String> words = new ArrayList<>(cell.words());
    if (!cell.formula().isEmpty()) {
      words.add(cell.formula());
    }
    cell.check().ifPresent(check -> words.add(check.words()));
    csv.line(
        line(
            "cell",
            level,
            role,
            cell.cell(),
            List.of(value(cell), exact(cell), cell.status().name(), String.join("; ", words)),
            Collections.nCopies(ENTITY_COLUMNS, "")));
    for (Cited cited : cell.cited()) {
      String value = cited.value().map(v -> v.decimalText()).orElse("");
      String exact = cited.value().map(v -> v.exactText()).orElse("");
      List<String> middle = List.of(value, exact, "", cited.words());
      if (cited.entities().isEmpty()) {
        csv.line(
            line(
                "fact",
                level,
                cited.role(),
                cell.cell(),
                middle,
                Collections.nCopies(ENTITY_COLUMNS, "")));
      }
      for (Contributor entity : cited.entities()) {
        csv.line(line("fact", level, cited.role(), cell.cell(), middle, entity(entity)));
      }
    }
    cell.entities()
        .ifPresent(
            entities ->
                entities
                    .shown()
                    .forEach(
                        entity ->
                            csv.line(
                                line(
                                    "entity",
                                    level,
                                    role,
                                    cell.cell(),
                                    List.of("", "", "", ""),
                                    entity(entity)))));
    cell.inputs().forEach(input -> write(input.of(), level + 1, input.role()));
  }

  private static List<String> line(
      String row,
      int level,
      String role,
      CellQuestion cell,
      List<String> middle,
      List<String> entity) {
    List<String> fields = new ArrayList<>(HEADER.size());
    fields.add(row);
    fields.add(Integer.toString(level));
    fields.add(role);
    fields.addAll(
        List.of(
            cell.indicator(),
            cell.group(),
            cell.region(),
            cell.period(),
            cell.breakdown(),
            cell.unit()));
    fields.addAll(middle);
    fields.addAll(entity);
    return fields;
  }

  private List<String> entity(Contributor entity) {
    List<String> fields = new ArrayList<>();
    fields.add(entity.entityId());
    fields.add(entity.adds().exactText());
    fields.add(entity.names());
    fields.add(entity.term().map(term -> Long.toString(term.days())).orElse(""));
    Optional<EntityEvent> found = explained.event(entity);
    if (found.isEmpty()) {
      fields.addAll(Collections.nCopies(ENTITY_COLUMNS - fields.size(), ""));
      return fields;
    }
    EntityEvent event = found.get();
    fields.add(Long.toString(event.standsFor()));
    fields.add(String.join(" ", event.quality()));
    fields.add(event.source());
    fields.add(event.sourceRecordId());
    fields.add(Long.toString(event.version()));
    fields.add(event.publishedAt().toString());
    fields.add(event.uri());
    fields.add(event.position());
    fields.add(event.sha256());
    fields.add(event.reason().orElse(""));
    return fields;
  }

  private static String value(Explanation cell) {
    return cell.published().map(v -> Objects.requireNonNullElse(v.getValue(), "")).orElse("");
  }

  private static String exact(Explanation cell) {
    return cell.published().map(v -> Objects.requireNonNullElse(v.getExact(), "")).orElse("");
  }
}
