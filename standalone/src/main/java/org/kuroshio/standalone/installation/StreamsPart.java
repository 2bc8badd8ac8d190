package org.kuroshio.standalone.installation;

import java.time.Duration;

/**
 * How the tables are computed.
 *
 * @param threads of hop 1; more than the event partitions are of no use
 * @param flush how often sums go to hop 2 and cuts are published: shorter is fresher and writes
 *     more history
 * @param commit how often transactions end; readers see nothing sooner
 */
public record StreamsPart(int threads, Duration flush, Duration commit) {
  // before the constant that is checked by it
  private static final Duration LONGEST_COMMIT = Duration.ofSeconds(4);

  public static final StreamsPart USUAL =
      new StreamsPart(2, Duration.ofSeconds(1), Duration.ofMillis(200));

  public StreamsPart {
    if (threads < 1 || threads > 1000) {
      throw new IllegalArgumentException("threads must be 1 to 1000, was " + threads);
    }
    if (flush.toMillis() < 10 || flush.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("flush must be PT0.01S to PT1H, was " + flush);
    }
    if (commit.toMillis() < 10 || commit.compareTo(LONGEST_COMMIT) > 0) {
      // a transaction that lives longer than its timeout of 5 s is aborted by the broker
      throw new IllegalArgumentException("commit must be PT0.01S to PT4S, was " + commit);
    }
  }
}
