package org.kuroshio.indicators.projection;

import org.apache.avro.generic.IndexedRecord;

/** A date interval as decoded, in epoch days, both inclusive. */
record Interval(int from, int to) {
  /** Reads the pruned `DateInterval` {from, to}. */
  static Interval of(Object record) {
    IndexedRecord interval = (IndexedRecord) record;
    return new Interval((Integer) interval.get(0), (Integer) interval.get(1));
  }

  boolean isExact() {
    return from == to;
  }
}
