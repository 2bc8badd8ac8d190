package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.kuroshio.schemas.entity.Problem.Reason;

/** The third op, which JSON has and Avro has not: there a Kafka null says it. */
final class Forgetting {
  static final String OP = "FORGET";

  /** All that may stand beside it; the last two do no harm and no good. */
  static final List<String> FIELDS = List.of("stream", "op", "entityId", "source", "publishedAt");

  private Forgetting() {}

  static boolean isMeantBy(JsonNode event) {
    return event.path("op").asText().equals(OP);
  }

  /**
   * @param envelope knows the fields that any event may have
   */
  static KeyedEvent read(
      EventStream stream, JsonNode event, RecordReader envelope, Reading reading) {
    envelope.reportUnknown(event, At.ROOT, reading);
    event.fieldNames().forEachRemaining(name -> reportSuperfluous(stream, name, event, reading));
    Object id = envelopeId(event, reading);
    return new KeyedEvent(stream, (String) id, Optional.empty());
  }

  private static void reportSuperfluous(
      EventStream stream, String name, JsonNode event, Reading reading) {
    if (event.hasNonNull(name)
        && !FIELDS.contains(name)
        && stream.schema().getField(name) != null) {
      reading.wrong(
          At.ROOT.to(name),
          Reason.CONTRADICTION,
          "a field that says more of an entity that is to be forgotten",
          "only " + FIELDS + "; op WITHDRAW takes an entity back and can be undone");
    }
  }

  private static Object envelopeId(JsonNode event, Reading reading) {
    At at = At.ROOT.to("entityId");
    if (!event.hasNonNull("entityId")) {
      reading.wrong(at, Reason.MISSING, "nothing", "the id that is to be forgotten");
      return null;
    }
    return new TextReader(FieldRules.text("*", "entityId"), false)
        .read(event.get("entityId"), at, reading);
  }
}
