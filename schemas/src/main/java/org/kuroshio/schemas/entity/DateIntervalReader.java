package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import org.kuroshio.schemas.entity.Problem.Reason;

/** A date as its label alone, or as an object of from, to and label. */
record DateIntervalReader(RecordReader object) implements ValueReader {
  @Override
  public Object read(JsonNode value, At at, Reading reading) {
    if (value.isObject()) {
      return object.read(value, at, reading);
    }
    if (!value.isTextual()) {
      reading.wrong(
          at, Reason.BAD_DATE, Reading.describe(value), DateLabels.EXPECTED + ", in quotes");
      return null;
    }
    String label = value.textValue().strip();
    try {
      return DateLabels.parse(label, reading.context().fiscalYears());
    } catch (DateTimeException e) {
      reading.wrong(
          at,
          Reason.BAD_DATE,
          Reading.quote(label) + " (" + e.getMessage() + ")",
          DateLabels.EXPECTED);
      return null;
    }
  }
}
