package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.Grants;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

@Timeout(120)
class HttpSourceTaskTest {
  private static final int RECORDS = 35;

  @TempDir Path folder;
  private final Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final String run = UUID.randomUUID().toString();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private RawServer serve(RawServer.Answering answering) throws IOException {
    RawServer server = new RawServer(answering);
    open.add(server);
    return server;
  }

  private LiveWorker start(SourceFiles source, int tasks) {
    LiveWorker worker = LiveWorker.start(source.write().toString(), stored, run, tasks);
    open.add(worker);
    return worker;
  }

  private static void pages(RawServer.Asked asked, OutputStream out) throws IOException {
    RawServer.json(out, Grants.page(RECORDS, Integer.parseInt(asked.param("offset")), 10));
  }

  @Test
  void shouldReadAllPagesAndSayHowItIs() throws Exception {
    RawServer server = serve(HttpSourceTaskTest::pages);
    SourceFiles source = Grants.definition(folder, server.address()).with("rhythm", "P1D");

    LiveWorker worker = start(source, 1).toEnd();
    worker.stop();

    assertThat(worker.keys()).hasSize(RECORDS).doesNotHaveDuplicates();
    assertThat(worker.counts().addUp()).isTrue();
    assertThat(server.asked).hasSize(4);
    SourceStatus last = worker.statuses().get(worker.statuses().size() - 1);
    assertThat(last.getState()).isEqualTo(SourceState.DONE);
    assertThat(last.getRhythmSeconds()).isEqualTo(86_400);
    assertThat(last.getPublished()).isEqualTo(RECORDS);
    assertThat(last.getRequests()).isEqualTo(4);
    assertThat(last.getLastSuccessAt()).isNotNull();
    assertThat(last.getNewestPublishedAt()).hasToString("2021-01-01T00:00:00Z");
  }

  @Test
  void shouldPublishTheSecondTimeOnlyWhatHasChanged() throws Exception {
    AtomicInteger changed = new AtomicInteger();
    RawServer server =
        serve(
            (asked, out) ->
                RawServer.json(
                    out,
                    Grants.page(2, List.of(Grants.record(1), Grants.record(2, changed.get())))));
    SourceFiles source = Grants.definition(folder, server.address());
    start(source, 1).toEnd().stop();

    List<Integer> published = new ArrayList<>();
    for (int value : new int[] {0, 7, 0}) {
      changed.set(value);
      LiveWorker again = start(source, 1).toEnd();
      again.stop();
      published.add(again.keys().size());
      assertThat(again.counts().addUp()).isTrue();
      assertThat(again.counts().read()).isEqualTo(2);
    }

    assertThat(published).containsExactly(0, 1, 1);
  }

  @Test
  void shouldGetThroughEveryKindOfTrouble() throws Exception {
    Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    RawServer server =
        serve(
            (asked, out) -> {
              String offset = asked.param("offset");
              int attempt =
                  tries.computeIfAbsent(offset, o -> new AtomicInteger()).incrementAndGet();
              String trouble = attempt > 1 ? "none" : offset;
              switch (trouble) {
                case "0" -> RawServer.send(out, 429, "Retry-After: 1\r\n", new byte[0]);
                case "10" -> RawServer.send(out, 500, "text/html", "<html>oops</html>");
                case "20" ->
                    out.write(
                        "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"total\""
                            .getBytes(StandardCharsets.UTF_8));
                case "30" -> RawServer.send(out, 200, "text/html", "<html>maintenance</html>");
                default -> pages(asked, out);
              }
            });

    LiveWorker worker = start(Grants.definition(folder, server.address()), 1).toEnd();
    worker.stop();

    assertThat(worker.keys()).hasSize(RECORDS).doesNotHaveDuplicates();
    assertThat(worker.rejections()).isEmpty();
    assertThat(worker.counts().addUp()).isTrue();
    SourceStatus last = worker.statuses().get(worker.statuses().size() - 1);
    assertThat(last.getRetries()).isEqualTo(4);
    assertThat(last.getError()).isNull();
    long waited = server.asked.get(1).nanos() - server.asked.get(0).nanos();
    assertThat(waited).isGreaterThan(1_000_000_000L);
  }

  @Test
  void shouldAskAgainForAPageThatIsBrokenOff() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    RawServer server =
        serve(
            (asked, out) -> {
              String page = Grants.page(3, 0, 10);
              RawServer.json(out, tries.incrementAndGet() == 1 ? page.substring(0, 60) : page);
            });

    LiveWorker worker = start(Grants.definition(folder, server.address()), 1).toEnd();
    worker.stop();

    assertThat(worker.keys()).hasSize(3).doesNotHaveDuplicates();
    assertThat(worker.rejections()).isEmpty();
  }

  @Test
  void shouldStopAtAServerThatRepeatsAPage() throws Exception {
    RawServer server = serve((asked, out) -> RawServer.json(out, Grants.page(RECORDS, 0, 10)));

    LiveWorker worker = start(Grants.definition(folder, server.address()), 1);

    assertThatThrownBy(worker::toEnd)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("a page is the same as the one before");
    worker.stop();
    SourceStatus last = worker.statuses().get(worker.statuses().size() - 1);
    assertThat(last.getState()).isEqualTo(SourceState.FAILED);
    assertThat(worker.keys()).hasSize(10);
  }

  @Test
  void shouldReadAgainWhenRecordsMovedFromPageToPage() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    RawServer server =
        serve(
            (request, out) -> {
              // a record is withdrawn behind the first page, so that one slips over to it
              int gone = asked.incrementAndGet() == 1 ? 0 : 1;
              int offset = Integer.parseInt(request.param("offset"));
              List<String> records = new ArrayList<>();
              for (int id = offset + gone; id < Math.min(21, offset + 10 + gone); id++) {
                records.add(Grants.record(id));
              }
              RawServer.json(out, Grants.page(21 - gone, records));
            });

    LiveWorker worker = start(Grants.definition(folder, server.address()), 1).toEnd();
    worker.stop();

    assertThat(new TreeSet<>(worker.keys())).hasSize(21);
    assertThat(worker.keys()).doesNotHaveDuplicates();
    assertThat(worker.counts().addUp()).isTrue();
  }

  @Test
  void shouldLoseNothingAfterAKillWhereverItHappens() throws Exception {
    RawServer server = serve(HttpSourceTaskTest::pages);
    SourceFiles source = Grants.definition(folder, server.address());
    List<String> written = new ArrayList<>();
    for (int polls = 1; polls < 6; polls += 2) {
      LiveWorker worker = start(source, 1);
      for (int i = 0; i < polls; i++) {
        worker.poll();
      }
      worker.tasks.forEach(FakeWorker::kill);
      written.addAll(worker.keys());
    }

    LiveWorker last = start(source, 1).toEnd();
    last.stop();

    written.addAll(last.keys());
    assertThat(new TreeSet<>(written)).hasSize(RECORDS);
    assertThat(last.counts().addUp()).isTrue();
  }

  @Test
  void shouldRenewATokenThatWasRotated() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    AtomicInteger pagesAsked = new AtomicInteger();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString("id:s3cret".getBytes(StandardCharsets.UTF_8));
    RawServer server =
        serve(
            (asked, out) -> {
              if (asked.target().startsWith("/token")) {
                boolean known = basic.equals(asked.headers().get("authorization"));
                RawServer.send(
                    out,
                    known ? 200 : 401,
                    "application/json",
                    "{\"access_token\":\"t"
                        + tokens.incrementAndGet()
                        + "\",\"expires_in\":\"1199\"}");
              } else if (pagesAsked.incrementAndGet() > 1 && tokens.get() == 1) {
                RawServer.send(out, 400, "text/xml", "<e>invalid_access_token</e>");
              } else {
                assertThat(asked.headers().get("authorization")).isEqualTo("Bearer t" + tokens);
                pages(asked, out);
              }
            });
    SourceFiles source =
        Grants.definition(folder, server.address())
            .with("settings", "{ id: { doc: d, secret: true }, key: { doc: d, secret: true } }")
            .with(
                "transport",
                "{ http: { base: \""
                    + server.address()
                    + "\", auth: { oauth2: { token: token, clientId: \"${settings.id}\","
                    + " clientSecret: \"${settings.key}\","
                    + " renewOn: [{ status: 400, body: invalid_access_token }] } } } }");
    Map<String, String> settings =
        new HttpSourceSettings(
                source.write().toString(),
                Map.of("id", "id", "key", "s3cret"),
                "",
                "",
                run,
                1,
                true)
            .toMap();

    LiveWorker worker = LiveWorker.start(settings, stored, run);
    open.add(worker);
    worker.toEnd().stop();

    assertThat(worker.keys()).hasSize(RECORDS);
    assertThat(tokens).hasValue(2);
    assertThat(stored.toString()).doesNotContain("s3cret");
  }

  @Test
  void shouldKeepAKeyInTheQueryOutOfEverythingThatIsWritten() throws Exception {
    RawServer server =
        serve(
            (asked, out) -> {
              assertThat(asked.param("appid")).isEqualTo("s3cret/key");
              if (asked.param("offset").equals("0")) {
                RawServer.json(
                    out, "{\"total\":11,\"results\":[{\"id\":\"x\",\"value\":\"NaN\"}]}");
              } else {
                RawServer.send(out, 403, "text/xml", "<detail>no s3cret/key</detail>");
              }
            });
    SourceFiles source =
        Grants.definition(folder, server.address())
            .with("settings", "{ key: { doc: d, secret: true } }")
            .with(
                "transport",
                "{ http: { base: \""
                    + server.address()
                    + "\", auth: { query: { param: appid, value: \"${settings.key}\" } } } }");
    Map<String, String> settings =
        new HttpSourceSettings(
                source.write().toString(), Map.of("key", "s3cret/key"), "", "", run, 1, true)
            .toMap();

    LiveWorker worker = LiveWorker.start(settings, stored, run);
    open.add(worker);

    assertThatThrownBy(worker::toEnd)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("status 403 of " + server.address() + "grants?offset=10")
        .hasMessageNotContaining("s3cret");
    worker.stop();
    assertThat(worker.rejections()).singleElement().extracting("reason").isEqualTo("bad-number");
    assertThat(worker.rejections().toString() + worker.statuses() + stored)
        .doesNotContain("s3cret")
        .doesNotContain("Ms X");
  }

  @Test
  void shouldNeverExceedTheBudgetOverAllTasks() throws Exception {
    RawServer server = serve(HttpSourceTaskTest::pages);
    SourceFiles source =
        Grants.definition(folder, server.address())
            .with(
                "transport",
                "{ http: { base: \"" + server.address() + "\", budget: { perSecond: 4 } } }")
            .with("request", "{ path: grants, params: { of: \"${slice}\" } }")
            .with("slices", "[a, b, c]");

    LiveWorker worker = start(source, 3).toEnd();
    worker.stop();

    List<Long> times = server.asked.stream().map(RawServer.Asked::nanos).sorted().toList();
    assertThat(worker.tasks).hasSize(3);
    assertThat(times).hasSize(12);
    for (int i = 4; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 4)).isGreaterThan(1_000_000_000L);
    }
  }

  @Test
  void shouldKeepADaysQuotaOverRestarts() throws Exception {
    RawServer server = serve(HttpSourceTaskTest::pages);
    SourceFiles source =
        Grants.definition(folder, server.address())
            .with(
                "transport",
                "{ http: { base: \"" + server.address() + "\", budget: { perDay: 3 } } }");
    for (int restart = 0; restart < 3; restart++) {
      LiveWorker worker = start(source, 1);
      for (int i = 0; i < 16; i++) {
        worker.poll();
      }
      worker.tasks.forEach(FakeWorker::kill);
    }

    assertThat(server.asked).hasSizeBetween(1, 3);
  }

  @Test
  void shouldHalveWindowsThatHoldTooMuchAndSplitDays() throws Exception {
    // January 3rd has 12 records, six in each half of the country; every other day has one
    RawServer server =
        serve(
            (asked, out) -> {
              List<String> records = new ArrayList<>();
              int from = Integer.parseInt(asked.param("from").substring(8));
              int to = Integer.parseInt(asked.param("to").substring(8));
              for (int day = from; day <= to; day++) {
                for (int i = 0; i < (day == 3 ? 12 : 1); i++) {
                  String half = i % 2 == 0 ? "east" : "west";
                  if (asked.param("half").isEmpty() || asked.param("half").equals(half)) {
                    records.add(Grants.record(day * 100 + i));
                  }
                }
              }
              int offset = Integer.parseInt(asked.param("offset"));
              RawServer.json(
                  out,
                  Grants.page(
                      records.size(),
                      records.subList(
                          Math.min(offset, records.size()),
                          Math.min(offset + 10, records.size()))));
            });
    SourceFiles source =
        Grants.definition(folder, server.address())
            .with(
                "request",
                "{ path: grants, params: { from: \"${window.from}\", to: \"${window.to}\","
                    + " half: \"${split}\" } }");
    long lag =
        java.time.temporal.ChronoUnit.DAYS.between(
            java.time.LocalDate.of(2020, 1, 8), java.time.LocalDate.now(java.time.ZoneOffset.UTC));
    source.with(
        "cursor",
        "{ windows: { start: 2020-01-01, step: P8D, lag: P"
            + lag
            + "D, most: 8,"
            + " split: [east, west] } }");

    LiveWorker worker = start(source, 1).toEnd();
    worker.stop();

    assertThat(worker.keys()).hasSize(19).doesNotHaveDuplicates();
    assertThat(worker.counts().addUp()).isTrue();
    assertThat(stored.values().stream().filter(o -> o.containsKey("frontier")).toList())
        .singleElement()
        .extracting(o -> o.get("frontier"))
        .isEqualTo("2020-01-08");
  }

  @Test
  void shouldAskForEachItemOfAList() throws Exception {
    RawServer server =
        serve(
            (asked, out) -> {
              if (asked.target().startsWith("/grants")) {
                RawServer.json(out, "{\"total\":3,\"results\":[{\"no\":1},{\"no\":2},{\"no\":3}]}");
              } else if (asked.target().startsWith("/detail/2")) {
                RawServer.send(out, 404, "text/plain", "gone");
              } else {
                int id = Integer.parseInt(asked.target().substring("/detail/".length()));
                RawServer.json(out, "{\"list\":[" + Grants.record(id) + "]}");
              }
            });
    SourceFiles source =
        Grants.definition(folder, server.address())
            .with("items", "{ records: /results }")
            .with("detail", "{ path: \"detail/${item/no}\" }")
            .with("records", "/list")
            .with("errors", "[{ status: 404, then: skip }]");

    LiveWorker worker = start(source, 1).toEnd();
    worker.stop();

    assertThat(worker.keys()).containsExactly("test:1", "test:3");
    assertThat(worker.rejections()).singleElement().extracting("reason").isEqualTo("http-404");
    assertThat(worker.counts().addUp()).isTrue();
  }

  @Test
  void shouldAskOnlyForWhatIsNewer() throws Exception {
    RawServer server =
        serve(
            (asked, out) -> {
              if ("\"v1\"".equals(asked.headers().get("if-none-match"))) {
                RawServer.send(out, 304, "", new byte[0]);
              } else {
                RawServer.send(
                    out,
                    200,
                    "Content-Type: application/json\r\nETag: \"v1\"\r\n",
                    Grants.page(3, 0, 10).getBytes(StandardCharsets.UTF_8));
              }
            });
    SourceFiles source = Grants.definition(folder, server.address()).with("pages", "none");
    start(source, 1).toEnd().stop();

    LiveWorker second = start(source, 1).toEnd();
    second.stop();

    assertThat(second.counts().read()).isZero();
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void shouldStopAtOnceWhileAServerIsSilent() throws Exception {
    RawServer server = serve((asked, out) -> pause());
    LiveWorker worker = start(Grants.definition(folder, server.address()), 1);
    while (server.asked.isEmpty()) {
      worker.poll();
    }

    long before = System.nanoTime();
    worker.stop();

    assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
  }

  private static void pause() {
    try {
      new java.util.concurrent.CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldRefuseOffsetsThatItCouldNotRead() {
    HttpSourceConnector connector = new HttpSourceConnector();
    Map<String, ?> partition = LivePartition.position("test", "").toMap();

    assertThat(connector.alterOffsets(Map.of(), offsets(partition, Map.of("format", 1L)))).isTrue();
    assertThat(connector.alterOffsets(Map.of(), offsets(partition, null))).isTrue();
    assertThatThrownBy(
            () -> connector.alterOffsets(Map.of(), offsets(partition, Map.of("format", 9L))))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("'format' of a position must be 1");
    assertThatThrownBy(
            () ->
                connector.alterOffsets(
                    Map.of(), offsets(partition, Map.of("format", 1L, "next", "soon"))))
        .hasMessageContaining("a day like 2026-01-31");
  }

  private static Map<Map<String, ?>, Map<String, ?>> offsets(
      Map<String, ?> partition, Map<String, ?> offset) {
    Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    offsets.put(partition, offset);
    return offsets;
  }

  @Test
  void shouldNameEveryWrongKeyWhenValidated() {
    SourceFiles source =
        Grants.definition(folder, "http://localhost/")
            .with("settings", "{ token: { doc: Had by registering., secret: true } }");
    Map<String, String> given =
        Map.of(
            "kuroshio.source", source.write().toString(),
            "kuroshio.batch.records", "0",
            "kuroshio.setting.tokn", "x");

    List<String> errors =
        new HttpSourceConnector()
            .validate(given).configValues().stream()
                .flatMap(value -> value.errorMessages().stream())
                .toList();

    assertThat(errors).hasSize(3);
    assertThat(errors.toString())
        .contains("kuroshio.batch.records")
        .contains("did you mean 'token'?")
        .contains("kuroshio.setting.token is missing: Had by registering.");
  }
}
