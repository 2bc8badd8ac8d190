package org.kuroshio.ingest.trial;

import java.util.Map;

/**
 * What a trial saw, in source records, up to its limit.
 *
 * @param rejected by reason
 * @param complete whether the input was read to its end
 */
public record TrialReport(
    long records, long events, long ignored, Map<String, Long> rejected, boolean complete) {
  public TrialReport {
    rejected = Map.copyOf(rejected);
  }
}
