package org.kuroshio.standalone.correction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kuroshio.ingest.charset.Sha256;

/**
 * All rows of one entity, which become one event.
 *
 * @param rows at least one, in the order of the file
 */
record EntityEdit(String entityId, List<CorrectionRow> rows) {
  EntityEdit {
    rows = List.copyOf(rows);
  }

  /** One edit for each entity, in the order of their first rows. */
  static List<EntityEdit> of(List<CorrectionRow> rows, Findings findings) {
    Map<String, List<CorrectionRow>> byEntity = new LinkedHashMap<>();
    rows.forEach(row -> byEntity.computeIfAbsent(row.entityId(), id -> new ArrayList<>()).add(row));
    List<EntityEdit> edits = new ArrayList<>();
    byEntity.forEach((id, own) -> edits.add(new EntityEdit(id, own)));
    edits.forEach(edit -> edit.reportContradictions(findings));
    return edits;
  }

  boolean asks(CorrectionOp op) {
    return rows.stream().anyMatch(row -> row.op() == op);
  }

  /** The rows that say what a field shall be. */
  List<CorrectionRow> corrections() {
    return rows.stream().filter(row -> row.op() == CorrectionOp.CORRECT).toList();
  }

  CorrectionRow first() {
    return rows.get(0);
  }

  /** As {@code line 3} or {@code line 3, line 4}. */
  String position() {
    return rows.stream().map(CorrectionRow::position).collect(Collectors.joining(", "));
  }

  /** Of the row's bytes; of several rows, of their digests, one a line. */
  String sha256() {
    if (rows.size() == 1) {
      return first().sha256();
    }
    String all = rows.stream().map(CorrectionRow::sha256).collect(Collectors.joining("\n"));
    byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
  }

  private void reportContradictions(Findings findings) {
    if (asks(CorrectionOp.WITHDRAW) && rows.size() > 1) {
      CorrectionRow other =
          rows.stream()
              .max(Comparator.comparing(row -> row.op() != CorrectionOp.WITHDRAW))
              .orElseThrow();
      findings.add(
          other.position(),
          Columns.OP,
          other.op().name(),
          "%s is to be withdrawn in another row, which leaves nothing else to say of it"
              .formatted(entityId));
    }
    Map<String, CorrectionRow> seen = new LinkedHashMap<>();
    for (CorrectionRow row : rows) {
      CorrectionRow before = seen.putIfAbsent(row.op() + " " + row.field(), row);
      if (before != null) {
        findings.add(
            row.position(),
            row.field().isEmpty() ? Columns.OP : Columns.FIELD,
            row.field().isEmpty() ? row.op().name() : row.field(),
            "stands in %s too".formatted(before.position()));
      }
    }
  }
}
