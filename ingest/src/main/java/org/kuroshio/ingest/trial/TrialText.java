package org.kuroshio.ingest.trial;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.schemas.table.Rejection;

/** Shows what comes of records, and counts it. Used by one thread. */
final class TrialText {
  private final Consumer<String> events;
  private final Consumer<String> notices;
  private final Map<String, Long> rejected = new TreeMap<>();
  private long shown;
  private long published;

  TrialText(Consumer<String> events, Consumer<String> notices) {
    this.events = events;
    this.notices = notices;
  }

  void show(Step step) {
    step.events().forEach(event -> events.accept(EventText.of(event)));
    published += step.events().size();
    shown += step.kind() == Step.Kind.COVERAGE ? 0 : 1;
    if (step.rejection().isPresent()) {
      Rejection why = step.rejection().get();
      rejected.merge(why.getReason(), 1L, Long::sum);
      notices.accept(
          "rejected %s, %s: %s: %s"
              .formatted(why.getUri(), why.getPosition(), why.getReason(), why.getDetail()));
    }
  }

  /** Records, published or rejected. */
  long shown() {
    return shown;
  }

  /** Events. */
  long published() {
    return published;
  }

  Map<String, Long> rejected() {
    return rejected;
  }
}
