package org.kuroshio.standalone.replay;

import java.util.HashMap;
import java.util.Map;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.serve.scan.TopicScan;

/** Which entries of the rejected topic a later null value has repaired. One thread. */
public final class Repairs {
  private final Map<String, Long> last = new HashMap<>();
  private long read;

  private Repairs() {}

  /** Takes an entry with what became of it. */
  public interface Entries {
    /**
     * @return false to read no further
     */
    boolean take(Rejection rejection, boolean repaired);
  }

  /** The first of two readings; keeps the repaired keys only, of which there are few. */
  public static Repairs read(TopicScan<Rejection> rejected) {
    Repairs repairs = new Repairs();
    rejected.read(
        0,
        (key, rejection) -> {
          repairs.read++;
          if (rejection == null) {
            repairs.last.put(key, repairs.read);
          }
          return true;
        });
    return repairs;
  }

  /** The second, once and from the beginning: an entry before a null value is repaired by it. */
  public TopicScan.Records<Rejection> states(Entries entries) {
    long[] at = {0};
    return (key, rejection) -> {
      at[0]++;
      return rejection == null || entries.take(rejection, last.getOrDefault(key, 0L) > at[0]);
    };
  }
}
