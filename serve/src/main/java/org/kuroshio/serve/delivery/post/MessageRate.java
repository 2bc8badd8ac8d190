package org.kuroshio.serve.delivery.post;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.kuroshio.serve.delivery.settings.Pacing;

/** Counts messages in a moving window. */
final class MessageRate {
  private final Pacing pacing;
  private final Deque<Instant> sent = new ArrayDeque<>();

  MessageRate(Pacing pacing) {
    this.pacing = pacing;
  }

  boolean allows(Instant now) {
    while (!sent.isEmpty() && !sent.peekFirst().plus(pacing.per()).isAfter(now)) {
      sent.removeFirst();
    }
    return sent.size() < pacing.messages();
  }

  void count(Instant now) {
    sent.addLast(now);
  }
}
