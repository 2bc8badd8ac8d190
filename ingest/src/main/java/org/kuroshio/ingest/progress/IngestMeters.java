package org.kuroshio.ingest.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of one source. No tag ever holds content of a record. */
final class IngestMeters {
  private static final String RECORDS = "kuroshio.ingest.records";

  private final MeterRegistry registry;
  private final String source;
  private final Counter read;
  private final Counter published;
  private final Counter known;
  private final Counter ignored;
  private final Counter bytes;

  IngestMeters(MeterRegistry registry, String source) {
    this.registry = registry;
    this.source = source;
    this.read = records("read");
    this.published = records("published");
    this.known = records("known");
    this.ignored = records("ignored");
    this.bytes =
        Counter.builder("kuroshio.ingest.bytes")
            .description("Bytes of files read or passed over")
            .baseUnit("bytes")
            .tag("source", source)
            .register(registry);
  }

  private Counter records(String outcome) {
    return Counter.builder(RECORDS)
        .description("Source records by what became of them")
        .tags("source", source, "outcome", outcome)
        .register(registry);
  }

  void read() {
    read.increment();
  }

  void published() {
    published.increment();
  }

  void known(long records) {
    known.increment(records);
  }

  void ignored() {
    ignored.increment();
  }

  void bytes(long more) {
    bytes.increment(more);
  }

  /**
   * @param reason one word of a small vocabulary
   */
  void rejected(String reason) {
    Counter.builder("kuroshio.ingest.rejected")
        .description("Source records that could not be used")
        .tags("source", source, "reason", reason)
        .register(registry)
        .increment();
  }

  void unknownRegion(String reason) {
    Counter.builder("kuroshio.ingest.regions.unknown")
        .description("Places that stayed unknown")
        .tags("source", source, "reason", reason)
        .register(registry)
        .increment();
  }
}
