package org.kuroshio.ingest.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.engine.StoppedException;
import org.kuroshio.ingest.fixture.Grants;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.http.FailedSourceException;
import org.kuroshio.ingest.setting.SettingValues;

@Timeout(120)
class LiveTrialTest {
  @TempDir Path folder;
  private final List<String> events = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  private LiveTrial trial(RawServer server) {
    return new LiveTrial(
        Grants.definition(folder, server.address()).read(),
        SettingValues.NONE,
        events::add,
        notices::add);
  }

  private static RawServer pages() throws Exception {
    return new RawServer(
        (asked, out) ->
            RawServer.json(out, Grants.page(25, Integer.parseInt(asked.param("offset")), 10)));
  }

  @Test
  void shouldShowTheFirstRecordsAndAskForNoMorePagesThanNeeded() throws Exception {
    try (RawServer server = pages()) {
      TrialReport report = trial(server).run(12);

      assertThat(events).hasSize(12).allMatch(event -> event.contains("\"test:"));
      assertThat(report.events()).isEqualTo(12);
      assertThat(report.complete()).isFalse();
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void shouldSayWhenThatIsAll() throws Exception {
    try (RawServer server = pages()) {
      TrialReport report = trial(server).run(100);

      assertThat(report.records()).isEqualTo(25);
      assertThat(report.complete()).isTrue();
    }
  }

  @Test
  void shouldTellWhyARequestIsMadeAgainAndWhyThereIsNoSenseInIt() throws Exception {
    try (RawServer server =
        new RawServer(
            (asked, out) -> {
              if (notices.isEmpty()) {
                RawServer.send(out, 503, "Retry-After: 0\r\n", new byte[0]);
              } else {
                RawServer.send(out, 403, "text/plain", "");
              }
            })) {
      assertThatThrownBy(() -> trial(server).run(5))
          .isInstanceOf(FailedSourceException.class)
          .hasMessageContaining("status 403");
      assertThat(notices)
          .containsExactly("again: status 503 of " + server.address() + "grants?offset=0");
    }
  }

  private static void silence() {
    try {
      new CountDownLatch(1).await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldEndWhileTheServerIsSilent() throws Exception {
    try (RawServer server = new RawServer((asked, out) -> silence())) {
      LiveTrial trial = trial(server);
      FutureTask<TrialReport> asking = new FutureTask<>(() -> trial.run(5));
      Thread thread = new Thread(asking);
      thread.start();
      while (server.asked.isEmpty() && !asking.isDone()) {
        Thread.onSpinWait();
      }

      trial.cancel();

      assertThatThrownBy(asking::get).hasCauseInstanceOf(StoppedException.class);
    }
  }
}
