package org.kuroshio.serve.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kuroshio.indicators.explain.Adding;
import org.kuroshio.indicators.explain.Check;
import org.kuroshio.indicators.explain.Cited;
import org.kuroshio.indicators.explain.Contributions;
import org.kuroshio.indicators.explain.Explanation;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.serve.print.TextTable;
import org.kuroshio.serve.print.TextTable.Align;

/** Explanations for people. */
public final class ExplanationText {
  private static final String INDENT = "  ";

  /** A sum of populations has a fact for each member; csv and json have them all. */
  private static final int MOST_CITED = 5;

  private final Regions regions;
  private final String language;

  /**
   * @param language of titles and names: en, ja or zh
   */
  public ExplanationText(Regions regions, String language) {
    this.regions = regions;
    this.language = language;
  }

  public List<String> lines(Explained explained) {
    List<String> lines = new ArrayList<>();
    for (Explanation cell : explained.cells()) {
      addBlock(cell, "", explained, lines);
      lines.add("");
    }
    lines.add("Cut " + explained.cut().getCut() + ", as of " + explained.cut().getAsOf());
    return lines;
  }

  private void addBlock(Explanation cell, String indent, Explained explained, List<String> lines) {
    String in = indent + INDENT;
    lines.add(indent + title(cell));
    lines.add(in + value(cell));
    cell.words().forEach(words -> lines.add(in + words));
    lines.add(in + "How: " + cell.formula());
    if (!cell.calculation().isEmpty()) {
      lines.add(in + "     " + cell.calculation() + result(cell));
    }
    cell.check().map(ExplanationText::check).ifPresent(check -> lines.add(in + check));
    cell.cited().forEach(cited -> addCited(cited, in, explained, lines));
    cell.entities().ifPresent(entities -> addEntities(entities, in, explained, lines));
    addInputs(cell, in, explained, lines);
  }

  private String title(Explanation cell) {
    String breakdown = cell.cell().breakdown().isEmpty() ? "" : ", " + cell.cell().breakdown();
    String set = cell.published().map(IndicatorValue::getGroup).orElse("");
    return "%s (%s), %s: %s (%s)%s, %s%s"
        .formatted(
            cell.indicator().title(language),
            cell.indicator().id(),
            cell.cell().unit(),
            name(cell.cell().region()),
            cell.cell().region(),
            set.isEmpty() || set.equals(cell.cell().region()) ? "" : " in " + set,
            cell.cell().period(),
            breakdown);
  }

  private String name(String region) {
    return region.startsWith(UnallocatedRows.PREFIX)
        ? regions.name(region.substring(UnallocatedRows.PREFIX.length()), language)
            + ", only the group is known"
        : regions.name(region, language);
  }

  private static String value(Explanation cell) {
    String status = cell.status() == Status.NORMAL ? "" : "  " + cell.status();
    Optional<IndicatorValue> published = cell.published().filter(v -> v.getValue() != null);
    if (published.isEmpty()) {
      return "no number" + status;
    }
    String value = published.get().getValue();
    String exact = Objects.requireNonNullElse(published.get().getExact(), value);
    return value + (exact.equals(value) ? "" : " = " + exact) + status;
  }

  private static String result(Explanation cell) {
    return cell.published()
        .filter(cellValue -> cellValue.getValue() != null && cellValue.getRank() == null)
        .map(cellValue -> " = " + cellValue.getValue())
        .orElse("");
  }

  private static String check(Check check) {
    return check.holds() ? "Checked: " + check.words() : "DOES NOT ADD UP: " + check.words();
  }

  private static void addCited(Cited cited, String in, Explained explained, List<String> lines) {
    String upper = cited.role().substring(0, 1).toUpperCase(Locale.ROOT);
    String value = cited.value().map(v -> ": " + v.decimalText()).orElse("");
    lines.add(in + upper + cited.role().substring(1) + ": " + cited.words() + value);
    cited.entities().stream()
        .limit(MOST_CITED)
        .forEach(
            entity ->
                lines.add(
                    in
                        + INDENT
                        + entity.entityId()
                        + explained
                            .event(entity)
                            .map(e -> " from " + e.source() + ", " + e.inWords())
                            .orElse("")));
    if (cited.entities().size() > MOST_CITED) {
      lines.add(in + INDENT + "and " + (cited.entities().size() - MOST_CITED) + " more");
    }
  }

  private static void addEntities(
      Contributions entities, String in, Explained explained, List<String> lines) {
    if (entities.entities() == 0) {
      return;
    }
    boolean extra = entities.adding() != Adding.SUM;
    TextTable table =
        extra
            ? new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT)
            : new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
    String what = entities.adding() == Adding.MEDIAN ? "DAYS" : "VALUE";
    if (extra) {
      table.row(what, "ENTITY", "FACTS", "VERSION", "SOURCE", "WHERE");
    } else {
      table.row("ENTITY", "ADDS", "VERSION", "SOURCE", "WHERE");
    }
    entities
        .shown()
        .forEach(
            entity -> {
              Optional<EntityEvent> event = explained.event(entity);
              String version = event.map(e -> Long.toString(e.version())).orElse("");
              String source = event.map(ExplanationText::source).orElse("");
              String where = event.map(EntityEvent::inWords).orElse("");
              String adds = entity.adds().exactText();
              if (extra) {
                String named = entity.term().map(EntityColumns::days).orElse(entity.names());
                table.row(named, entity.entityId(), adds, version, source, where);
              } else {
                table.row(entity.entityId(), adds, version, source, where);
              }
            });
    lines.add("");
    table.lines().forEach(line -> lines.add(in + line));
    long named = entities.shown().stream().map(e -> e.entityId()).distinct().count();
    if (entities.entities() > named) {
      lines.add(in + "and " + (entities.entities() - named) + " more; --limit N names others");
    }
  }

  private static String source(EntityEvent event) {
    return event.sourceRecordId().equals(event.entityId())
        ? event.source()
        : event.source() + " " + event.sourceRecordId();
  }

  private void addInputs(Explanation cell, String in, Explained explained, List<String> lines) {
    if (cell.inputs().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
    cell.inputs()
        .forEach(
            input -> {
              Explanation of = input.of();
              String region = of.cell().region();
              table.row(
                  input.role(),
                  of.cell().indicator(),
                  region,
                  name(region),
                  of.cell().period() + breakdown(of),
                  exact(of),
                  of.status() == Status.NORMAL ? "" : of.status().name());
            });
    lines.add("");
    table.lines().forEach(line -> lines.add(in + line));
    boolean deeper = cell.inputs().stream().anyMatch(input -> !input.of().formula().isEmpty());
    if (!deeper) {
      lines.add(
          in + "Further: --depth 1, or " + AskAgain.command(cell.inputs().get(0).of().cell()));
    }
    for (Explanation.Input input : cell.inputs()) {
      if (!input.of().formula().isEmpty()) {
        lines.add("");
        addBlock(input.of(), in, explained, lines);
      }
    }
  }

  private static String breakdown(Explanation cell) {
    return cell.cell().breakdown().isEmpty() ? "" : ", " + cell.cell().breakdown();
  }

  private static String exact(Explanation cell) {
    return cell.published()
        .map(v -> v.getExact() == null ? v.getValue() : v.getExact())
        .filter(v -> v != null)
        .orElse("-");
  }
}
