package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import org.kuroshio.indicators.alert.rule.Test;

/** A test of how a source is doing. */
public sealed interface SourceTest extends Test {
  /**
   * Nothing was read without an error for longer than the source's rhythm allows.
   *
   * @param rhythms how many of its rhythms a source may be silent
   * @param otherwise how long a source without a rhythm may be silent while it runs
   */
  record Silent(int rhythms, Duration otherwise) implements SourceTest {
    @Override
    public String described() {
      return "a source that is read was last read without an error %d of its rhythms ago, or %d hours ago where it declares none"
          .formatted(rhythms, otherwise.toHours());
    }
  }

  /** More than so many records of one source were rejected within that time. */
  record RejectedGrowing(long more, Duration within) implements SourceTest {
    @Override
    public String described() {
      return "more than %d records of one source were rejected within %d minutes"
          .formatted(more, within.toMinutes());
    }
  }
}
