package org.kuroshio.ingest.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import org.kuroshio.ingest.engine.RecordGate;
import org.kuroshio.ingest.memory.RecordMemory;

/** Looks for the values by which pages and readings go on, and asks the memory. */
final class PageGate implements RecordGate {
  private final Optional<RecordMemory> memory;
  private final Optional<JsonPointer> after;
  private final Optional<JsonPointer> mark;
  private String last = "";
  private String greatest;

  /**
   * @param after whose last value the next page needs
   * @param mark whose greatest value the next reading needs
   * @param greatest seen before
   */
  PageGate(
      Optional<RecordMemory> memory,
      Optional<JsonPointer> after,
      Optional<JsonPointer> mark,
      String greatest) {
    this.memory = memory;
    this.after = after;
    this.mark = mark;
    this.greatest = greatest;
  }

  @Override
  public void saw(JsonNode raw) {
    after.ifPresent(pointer -> last = raw.at(pointer).asText());
    if (mark.isPresent()) {
      String value = raw.at(mark.get()).asText();
      greatest = isLess(greatest, value) ? value : greatest;
    }
  }

  /** Whole numbers by value, all else as text: ISO dates are in order then. */
  static boolean isLess(String left, String right) {
    boolean numbers = left.matches("\\d+") && right.matches("\\d+");
    return numbers
        ? new BigInteger(left).compareTo(new BigInteger(right)) < 0
        : left.compareTo(right) < 0;
  }

  @Override
  public boolean knows(String key, String sha256) {
    return memory.filter(records -> records.knows(key, sha256)).isPresent();
  }

  String last() {
    return last;
  }

  String greatest() {
    return greatest;
  }
}
