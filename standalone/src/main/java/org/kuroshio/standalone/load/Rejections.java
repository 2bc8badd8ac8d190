package org.kuroshio.standalone.load;

import java.util.ArrayList;
import java.util.List;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;
import org.kuroshio.serve.scan.TopicScan;

/**
 * What a load rejected, as far as one wants to see it at once.
 *
 * @param first the first few, in words
 * @param unreadable how many of all were no single record but a file, or what was left of one
 */
public record Rejections(List<String> first, long unreadable) {
  private static final int SHOWN = 5;

  public Rejections {
    first = List.copyOf(first);
  }

  /**
   * @param from where the topic ended before the load
   */
  static Rejections since(long from, TopicScan<Rejection> rejected) {
    List<String> first = new ArrayList<>();
    long[] unreadable = {0};
    rejected.read(
        from,
        (key, rejection) -> {
          if (rejection == null) {
            return true;
          }
          if (first.size() < SHOWN) {
            first.add(inWords(rejection));
          }
          if (rejection.getStage() == RejectionStage.READ) {
            unreadable[0]++;
          }
          return true;
        });
    return new Rejections(first, unreadable[0]);
  }

  private static String inWords(Rejection rejection) {
    return "%s, %s: %s (%s)"
        .formatted(
            rejection.getUri(),
            rejection.getPosition(),
            rejection.getDetail(),
            rejection.getReason());
  }
}
