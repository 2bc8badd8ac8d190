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
  private static final int SHORT = 40_000;
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
      long start = System.nanoTime();
      long cpu = processCpu();
      LiveWorker worker = LiveWorker.start(source.write().toString(), new HashMap<>(), run, 1);
      worker.tasks.forEach(FakeWorker::keepNothing);
      long most = 0;
      while (worker.counts().published() < records) {
        worker.poll();
        most = Math.max(most, usedMegabytes());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (processCpu() - cpu) / 1e9;
      worker.close();
      LOG.atWarn()
          .addKeyValue("records", records)
          .addKeyValue("perSecond", Math.round(records / seconds))
          .addKeyValue("perCpuSecond", Math.round(records / cpuSeconds))
          .addKeyValue("mostMegabytes", most)
          .log("throughput");

      // lenient: the machine of a build does other things too
      assertThat(records / seconds).isGreaterThan(1_500);
    }
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
