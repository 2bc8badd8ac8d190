package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.Grants;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast pages of 1,000 records become framed events, without a budget. {@code
 * -Dkuroshio.throughput=1000000} reads that many records and says the numbers.
 */
class HttpThroughputTest {
  private static final Logger LOG = LoggerFactory.getLogger(HttpThroughputTest.class);
  private static final int SHORT = 60_000;

  /**
   * CPU seconds, as a machine of builds does other things too. Half of the least that was measured
   * on one that was busy: 19,000 to 31,000; over a million records it is 100,000.
   */
  private static final double LEAST_PER_CPU_SECOND = 10_000;

  private static final long MOST_GROWTH_MEGABYTES = 16;
  private static final int PAGE = 1000;

  @TempDir Path folder;

  @Test
  void shouldReadPagesFastAndAtConstantMemory() throws Exception {
    int records = Integer.getInteger("kuroshio.throughput", SHORT);
    try (RawServer server =
        new RawServer(
            (asked, out) -> {
              int offset = Integer.parseInt(asked.param("offset"));
              // all of them behind every lookback, so that nothing is remembered
              int total = asked.param("from").equals("2000-01-01") ? records : 0;
              byte[] body = Grants.page(total, offset, PAGE).getBytes(StandardCharsets.UTF_8);
              RawServer.send(out, 200, "Content-Type: application/json\r\n", body);
            })) {
      SourceFiles source =
          Grants.definition(folder, server.address())
              .with("pages", "{ offset: { param: offset, size: 1000, total: /total } }")
              .with("request", "{ path: grants, params: { from: \"${window.from}\" } }")
              .with("cursor", "{ windows: { start: 2000-01-01, step: P9000D } }");
      String run = UUID.randomUUID().toString();
      LiveWorker worker = LiveWorker.start(source.write().toString(), new HashMap<>(), run, 1);
      worker.tasks.forEach(FakeWorker::keepNothing);
      // the first half is there for the compiler
      Measure half = until(worker, records / 2);
      Measure end = until(worker, records);
      worker.close();
      double perCpuSecond =
          (end.published() - half.published()) / ((end.cpuNanos() - half.cpuBehindGc()) / 1e9);
      LOG.atWarn()
          .addKeyValue("records", records)
          .addKeyValue("perCpuSecond", Math.round(perCpuSecond))
          .addKeyValue("megabytesAtHalf", half.liveMegabytes())
          .addKeyValue("megabytesAtEnd", end.liveMegabytes())
          .log("throughput");

      assertThat(perCpuSecond).isGreaterThan(LEAST_PER_CPU_SECOND);
      assertThat(end.liveMegabytes() - half.liveMegabytes()).isLessThan(MOST_GROWTH_MEGABYTES);
    }
  }

  /**
   * @param cpuNanos of the whole process, the server and the fake worker included
   * @param liveMegabytes what a full collection leaves
   * @param cpuBehindGc the same behind that collection
   */
  private record Measure(long published, long cpuNanos, long liveMegabytes, long cpuBehindGc) {}

  private static Measure until(LiveWorker worker, long published) throws InterruptedException {
    while (worker.counts().published() < published) {
      worker.poll();
    }
    long now = worker.counts().published();
    long cpu = processCpu();
    System.gc();
    return new Measure(now, cpu, usedMegabytes(), processCpu());
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long usedMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
