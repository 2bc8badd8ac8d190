package org.kuroshio.serve.delivery.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.schemas.backoff.Backoff;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.settings.Pacing;

/**
 * The transitions that a channel has read and not delivered yet, and what is due when. A message
 * that failed is kept as it is, so that its key means the same each time. One thread; time comes
 * from the caller.
 */
public final class Outbox {
  private record Waiting(Alert alert, long offset, Instant since) {}

  /**
   * One message.
   *
   * @param transitions in the order of the topic, at least one
   * @param firstOffset of them
   */
  public record Message(List<Alert> transitions, long firstOffset) {
    public Message {
      transitions = List.copyOf(transitions);
    }
  }

  private final Pacing pacing;
  private final Backoff backoff;
  private final MessageRate rate;
  private final List<Waiting> waiting = new ArrayList<>();
  private Message message;
  private Instant failedSince;
  private int failures;
  private Instant notBefore = Instant.MIN;
  private long read;

  public Outbox(Pacing pacing, Backoff backoff) {
    this.pacing = pacing;
    this.backoff = backoff;
    this.rate = new MessageRate(pacing);
  }

  /** Takes a transition that the channel tells of. */
  public void add(Alert alert, long offset, Instant now) {
    waiting.add(new Waiting(alert, offset, now));
    read = offset + 1;
  }

  /** Takes note of one that it does not tell of. */
  public void pass(long offset) {
    read = offset + 1;
  }

  /** Forgets everything: somebody else delivers it now. */
  public void clear() {
    waiting.clear();
    message = null;
    failedSince = null;
    failures = 0;
    notBefore = Instant.MIN;
  }

  /** Whether more should not be read for now; a message may take no more than so many. */
  public boolean isFull() {
    return waiting.size() >= pacing.most();
  }

  public int size() {
    return waiting.size() + (message == null ? 0 : message.transitions().size());
  }

  /**
   * The message to send now; null while there is none, or while the channel has to wait. The same
   * one again until it is {@link #delivered}.
   */
  public Message due(Instant now) {
    if (now.isBefore(notBefore) || (message == null && !isRipe(now)) || !rate.allows(now)) {
      return null;
    }
    if (message == null) {
      List<Waiting> together = waiting.subList(0, Math.min(waiting.size(), pacing.most()));
      message =
          new Message(together.stream().map(Waiting::alert).toList(), together.get(0).offset());
      together.clear();
    }
    return message;
  }

  private boolean isRipe(Instant now) {
    return isFull()
        || (!waiting.isEmpty() && !now.isBefore(waiting.get(0).since().plus(pacing.gather())));
  }

  /** The message that was due has arrived. */
  public void delivered(Instant now) {
    rate.count(now);
    done();
  }

  /**
   * It has not.
   *
   * @return whether it is given up, as it was tried for as long as is allowed
   */
  public boolean failed(UndeliveredException why, Instant now) {
    rate.count(now);
    failures++;
    if (failedSince == null) {
      failedSince = now;
    }
    if (!now.isBefore(failedSince.plus(pacing.giveUpAfter()))) {
      done();
      return true;
    }
    Duration pause = backoff.pause(failures);
    Duration asked = why.retryAfter().orElse(Duration.ZERO);
    notBefore = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
    return false;
  }

  private void done() {
    message = null;
    failedSince = null;
    failures = 0;
    notBefore = Instant.MIN;
  }

  /** Everything below this offset is delivered, passed over or given up. */
  public long settled() {
    if (message != null) {
      return message.firstOffset();
    }
    return waiting.isEmpty() ? read : waiting.get(0).offset();
  }
}
