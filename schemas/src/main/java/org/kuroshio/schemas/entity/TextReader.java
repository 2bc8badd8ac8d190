package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.kuroshio.schemas.entity.FieldRules.TextRule;
import org.kuroshio.schemas.entity.Problem.Reason;

/**
 * Text that follows its field's rule. A number is not taken for text: its leading zeros would be
 * lost already.
 */
record TextReader(Optional<TextRule> rule, boolean mayBeBlank) implements ValueReader {
  @Override
  public Object read(JsonNode value, At at, Reading reading) {
    if (!value.isTextual()) {
      reading.wrongType(at, value, "text, in quotes");
      return null;
    }
    String text = value.textValue();
    if (!mayBeBlank && text.isBlank()) {
      reading.wrong(at, Reason.MISSING, "blank text", "some text");
      return null;
    }
    return rule.isEmpty() || follows(rule.get(), text, at, reading) ? text : null;
  }

  private static boolean follows(TextRule rule, String text, At at, Reading reading) {
    if (!rule.pattern().matcher(text).matches() || !rule.exists().test(text)) {
      reading.wrong(at, rule.reason(), Reading.quote(text), rule.expected());
      return false;
    }
    if (rule.reason() == Reason.BAD_REGION
        && !text.isEmpty()
        && !reading.context().knownRegion().test(text)) {
      reading.wrong(
          at,
          Reason.UNKNOWN_REGION,
          "region " + Reading.quote(text) + ", which no region pack knows",
          "an existing code, or the country with -ZZ where the subdivision is not known");
      return false;
    }
    return true;
  }
}
