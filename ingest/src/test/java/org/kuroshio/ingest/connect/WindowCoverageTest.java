package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.Grants;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.SourceFiles;

/** A window vouches for its days only if all of it was read, and only for days that are over. */
@Timeout(120)
class WindowCoverageTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final String FIRST = TODAY.minusDays(3).toString();
  private static final String SECOND = TODAY.minusDays(2).toString();
  private static final String THIRD = TODAY.minusDays(1).toString();

  @TempDir Path folder;
  private final Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();

  private SourceFiles source(RawServer server) {
    return Grants.definition(folder, server.address())
        .with("request", "{ path: grants, params: { from: \"${window.from}\" } }")
        .with("cursor", "{ windows: { start: " + FIRST + ", lookback: P3D } }")
        .with("coverage", "{ indicators: [a.b], regions: [JP], period: window }")
        .with("errors", "[{ status: 404, then: ignore }, { status: 418, then: skip }]");
  }

  private LiveWorker start(RawServer server) {
    String run = UUID.randomUUID().toString();
    return LiveWorker.start(source(server).write().toString(), stored, run, 1);
  }

  private List<String> claimed(RawServer server) throws InterruptedException {
    try (LiveWorker worker = start(server).toEnd()) {
      worker.stop();
      assertThat(worker.counts().addUp()).isTrue();
      return claims(worker);
    }
  }

  private static List<String> claims(LiveWorker worker) {
    return worker.keys().stream()
        .filter(key -> key.contains(":coverage:"))
        .map(key -> key.substring(key.lastIndexOf(':') + 1))
        .toList();
  }

  /** The second day can't be had, the third has nothing. */
  private static void flawed(RawServer.Asked asked, OutputStream out) throws IOException {
    if (asked.param("from").equals(SECOND) && asked.param("offset").equals("10")) {
      RawServer.send(out, 418, "text/plain", "");
    } else if (asked.param("from").equals(THIRD)) {
      RawServer.send(out, 404, "text/plain", "");
    } else {
      RawServer.json(out, Grants.page(15, Integer.parseInt(asked.param("offset")), 10));
    }
  }

  @Test
  void shouldClaimDaysThatAreOverAndWereReadToTheirEnd() throws Exception {
    try (RawServer server = new RawServer(WindowCoverageTest::flawed)) {
      assertThat(claimed(server)).containsExactly(FIRST, THIRD);
    }

    try (RawServer mended =
        new RawServer(
            (asked, out) ->
                RawServer.json(
                    out, Grants.page(15, Integer.parseInt(asked.param("offset")), 10)))) {
      assertThat(claimed(mended))
          .as("what was claimed before is not said again")
          .containsExactly(SECOND);
    }
  }

  @Test
  void shouldRememberOverARestartThatAPageCouldNotBeHad() throws Exception {
    try (RawServer server =
        new RawServer(
            (asked, out) -> {
              if (asked.param("from").equals(FIRST) && asked.param("offset").equals("0")) {
                // a page whose end never comes
                RawServer.json(out, Grants.page(15, 0, 10).replaceFirst("]}$", ""));
              } else {
                RawServer.json(out, Grants.page(15, Integer.parseInt(asked.param("offset")), 10));
              }
            })) {
      LiveWorker first = start(server);
      while (stored.values().stream().noneMatch(offset -> offset.containsKey("flawed"))) {
        first.poll();
      }
      first.tasks.forEach(FakeWorker::kill);

      Set<String> claimed = new HashSet<>(claims(first));
      claimed.addAll(claimed(server));
      assertThat(claimed).containsExactlyInAnyOrder(SECOND, THIRD);
    }
  }
}
