package org.kuroshio.serve.delivery.settings;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.kuroshio.schemas.backoff.Backoff;

/**
 * How transitions are put together and how often a channel is used. What the rate holds back waits
 * and goes out together; nothing is dropped for it.
 *
 * @param gather how long the first transition waits for others
 * @param most transitions in one message
 * @param messages at most so many in {@code per}
 * @param per see {@code messages}
 * @param firstPause before the first repetition; doubled for each further one, with jitter
 * @param longestPause between two repetitions
 * @param giveUpAfter how long a message is tried before it is given up, loudly
 */
public record Pacing(
    Duration gather,
    int most,
    int messages,
    Duration per,
    Duration firstPause,
    Duration longestPause,
    Duration giveUpAfter) {
  public Pacing {
    positive("most", most);
    positive("messages", messages);
    positive("per", per.toMillis());
    positive("first_pause", firstPause.toMillis());
    if (gather.isNegative()) {
      throw new IllegalArgumentException("gather must not be negative, was " + gather);
    }
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "longest_pause must not be shorter than first_pause, was " + longestPause);
    }
    positive("give_up_after", giveUpAfter.toMillis());
  }

  private static void positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be greater than zero");
    }
  }

  /** Pauses that grow from the first to the longest. */
  public Backoff backoff(RandomGenerator random) {
    return new Backoff(firstPause, longestPause, random);
  }
}
