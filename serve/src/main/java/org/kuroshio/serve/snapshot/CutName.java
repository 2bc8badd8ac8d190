package org.kuroshio.serve.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.schemas.table.Cut;

/**
 * Names one publication of a cut; the id alone comes again when the tables do.
 *
 * @param sequence 1, 2, 3, ...
 * @param id 16 hexadecimal digits
 */
public record CutName(long sequence, String id) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})");

  public static CutName of(Cut cut) {
    return new CutName(cut.getSequence(), cut.getCut());
  }

  /**
   * @throws IllegalArgumentException if it is no such name
   */
  public static CutName parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "an event's id is SEQUENCE-CUT, as in 84-3d0b5d9f1c2a7e64");
    }
    return new CutName(Long.parseLong(form.group(1)), form.group(2));
  }

  boolean is(Cut cut) {
    return cut.getSequence() == sequence && cut.getCut().equals(id);
  }

  @Override
  public String toString() {
    return sequence + "-" + id;
  }
}
