package org.kuroshio.standalone.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.entity.InvalidEventException;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.event.Op;

/** Makes of an edit, and of what is known of its entity, the event that carries the correction. */
final class Amendments {
  private static final String WHOLE_ENTITY = "(whole entity)";
  private static final String NOTHING = "(nothing)";

  private final Author author;
  private final Regions regions;
  private final Findings findings;

  Amendments(Author author, Regions regions, Findings findings) {
    this.author = author;
    this.regions = regions;
    this.findings = findings;
  }

  /** Empty if something is wrong, which the findings know then, or if nothing would change. */
  Optional<Amendment> of(EntityEdit edit, KnownEntity entity) {
    if (entity.isForgotten()) {
      return unusable(edit, "was forgotten for ever, so nothing can be said of it any more");
    }
    if (edit.asks(CorrectionOp.WITHDRAW)) {
      return entity.isWithdrawn() ? Optional.empty() : Optional.of(withdrawal(edit, entity));
    }
    if (!entity.isWithdrawn()) {
      return correction(edit, entity, entity.current().orElseThrow());
    }
    if (!edit.asks(CorrectionOp.RESTORE)) {
      return unusable(edit, "is withdrawn, and a row with op RESTORE must bring it back first");
    }
    return lastState(entity)
        .map(state -> correction(edit, entity, state))
        .orElseGet(() -> unusable(edit, "was withdrawn before any state of it came"));
  }

  private Amendment withdrawal(EntityEdit edit, KnownEntity entity) {
    SpecificRecord current = entity.current().orElseThrow();
    Draft draft = Draft.after(current, current, Op.WITHDRAW, author, edit);
    return new Amendment(
        draft.read(entity.stream(), regions),
        List.of(new Difference(edit.entityId(), WHOLE_ENTITY, "asserted", "withdrawn")));
  }

  private Optional<Amendment> correction(
      EntityEdit edit, KnownEntity entity, SpecificRecord state) {
    SpecificRecord current = entity.current().orElseThrow();
    Draft draft = Draft.after(current, state, Op.ASSERT, author, edit);
    Map<FieldPath, String> before = new LinkedHashMap<>();
    boolean right = true;
    for (CorrectionRow row : edit.corrections()) {
      right &= set(row, draft, before);
    }
    if (!right) {
      return Optional.empty();
    }
    try {
      KeyedEvent event = draft.read(entity.stream(), regions);
      List<Difference> differences = differences(edit, before, Draft.of(event));
      if (entity.isWithdrawn()) {
        differences.add(0, new Difference(edit.entityId(), WHOLE_ENTITY, "withdrawn", "asserted"));
      }
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(new Amendment(event, differences));
    } catch (InvalidEventException e) {
      WrongFields wrong = new WrongFields(edit, regions, findings);
      e.problems().forEach(wrong::report);
      return Optional.empty();
    }
  }

  private boolean set(CorrectionRow row, Draft draft, Map<FieldPath, String> before) {
    try {
      FieldPath path = FieldPath.parse(row.field());
      before.put(path, text(draft.get(path)));
      draft.set(path, row.value());
      return true;
    } catch (IllegalArgumentException e) {
      findings.add(row.position(), Columns.FIELD, row.field(), e.getMessage());
      return false;
    }
  }

  private static List<Difference> differences(
      EntityEdit edit, Map<FieldPath, String> before, Draft after) {
    List<Difference> differences = new ArrayList<>();
    before.forEach(
        (path, old) -> {
          String now = text(after.get(path));
          if (!now.equals(old)) {
            differences.add(new Difference(edit.entityId(), path.toString(), old, now));
          }
        });
    return differences;
  }

  private static Optional<SpecificRecord> lastState(KnownEntity entity) {
    return entity
        .asserted()
        .or(() -> entity.current().filter(e -> ((GenericRecord) e).get("entity") != null));
  }

  private Optional<Amendment> unusable(EntityEdit edit, String why) {
    findings.add(edit.first().position(), Columns.ENTITY_ID, edit.entityId(), why);
    return Optional.empty();
  }

  /** A date by its label, other objects as JSON. */
  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return NOTHING;
    }
    if (node.isValueNode()) {
      return node.asText();
    }
    boolean interval = node.size() == 3 && node.has("from") && node.has("to");
    return interval ? node.path("label").asText() : node.toString();
  }
}
