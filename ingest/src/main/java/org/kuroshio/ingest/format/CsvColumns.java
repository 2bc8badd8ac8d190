package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.source.CsvFormat;
import org.kuroshio.schemas.entity.EventRow;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * The columns of one file: which are kept, which enter the row's hash, and where in the record each
 * goes.
 */
final class CsvColumns {
  /** One row's fields. */
  interface Cells {
    boolean isEmpty(int column);

    String text(int column);
  }

  private final List<String> names;
  private final boolean[] kept;
  private final boolean[] hashed;
  private final Optional<EventRow> nested;

  /**
   * @param names as the file or the definition has them, in order
   * @param dropped columns that nothing may see
   */
  CsvColumns(CsvFormat format, List<String> names, Set<String> dropped) {
    this.names = List.copyOf(names);
    this.kept = new boolean[names.size()];
    this.hashed = new boolean[names.size()];
    Optional<List<String>> without = format.hashWithout();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      kept[i] = !name.isEmpty() && !dropped.contains(name);
      hashed[i] = without.isPresent() && !without.get().contains(name);
    }
    this.nested = format.nested() ? Optional.of(nested(names)) : Optional.empty();
  }

  /**
   * Checks a header against what the definition says must be there.
   *
   * @throws org.kuroshio.ingest.rejection.RejectedException if a column is missing or stands twice
   */
  static List<String> header(CsvFormat format, List<String> found) {
    Set<String> seen = new HashSet<>();
    for (String name : found) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw Problem.parse("duplicate-column", "the header names column '" + name + "' twice")
            .thrown();
      }
    }
    for (String wanted : format.columns()) {
      if (!seen.contains(wanted)) {
        throw Problem.parse(
                "missing-column",
                "the header has no column '" + wanted + "'" + Nearest.hint(wanted, found))
            .thrown();
      }
    }
    return found;
  }

  int count() {
    return names.size();
  }

  boolean isHashed(int column) {
    return hashed[column];
  }

  private static EventRow nested(List<String> names) {
    try {
      return new EventRow(names);
    } catch (IllegalArgumentException e) {
      throw Problem.parse("bad-header", e.getMessage()).thrown();
    }
  }

  /** A record of the row's kept columns; an empty field is absent. */
  JsonNode tree(Cells cells) {
    return nested.isPresent() ? nested(nested.get(), cells) : flat(cells);
  }

  private JsonNode nested(EventRow row, Cells cells) {
    List<String> values = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      values.add(kept[i] ? cells.text(i) : "");
    }
    return row.tree(values);
  }

  private JsonNode flat(Cells cells) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] && !cells.isEmpty(i)) {
        tree.set(names.get(i), JsonNodeFactory.instance.textNode(cells.text(i)));
      }
    }
    return tree;
  }
}
