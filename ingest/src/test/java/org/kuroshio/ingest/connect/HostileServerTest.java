package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.fixture.Grants;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.table.SourceStatus;

/** A server that means harm: nothing happens but a clear message. */
@Timeout(120)
class HostileServerTest {
  private static final String JSON = "Content-Type: application/json\r\n";

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

  private static SourceFiles bounded(Path folder, RawServer server) {
    return Grants.definition(folder, server.address())
        .with("pages", "none")
        .with(
            "transport",
            "{ http: { base: \"" + server.address() + "\", limits: { response: 1 MB } } }");
  }

  private LiveWorker start(SourceFiles source) {
    LiveWorker worker = LiveWorker.start(source.write().toString(), stored, run, 1);
    open.add(worker);
    return worker;
  }

  private void shouldFail(SourceFiles source, String said) {
    LiveWorker worker = start(source);
    assertThatThrownBy(worker::toEnd)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(said);
    assertThat(worker.keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://example.org/x      | leads to the host 'example.org'
          file:///etc/passwd        | of the kind 'file'
          ftp://127.0.0.1/x         | of the kind 'ftp'
          http://127.0.0.1:1/x      | leads to the host '127.0.0.1:1'
          http://a:b@127.0.0.1/x    | only http and https are followed
          """)
  void shouldFollowNoRedirectElsewhere(String location, String said) throws Exception {
    RawServer server =
        serve(
            (asked, out) ->
                RawServer.send(out, 302, "Location: " + location + "\r\n", new byte[0]));

    shouldFail(bounded(folder, server), said);
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void shouldNotFollowRedirectsForEver() throws Exception {
    RawServer server =
        serve((asked, out) -> RawServer.send(out, 302, "Location: /grants\r\n", new byte[0]));

    shouldFail(bounded(folder, server), "leads on and on");
    assertThat(server.asked).hasSize(6);
  }

  @Test
  void shouldNotGoWhereALinkLeads() throws Exception {
    RawServer server =
        serve(
            (asked, out) ->
                RawServer.send(
                    out,
                    200,
                    JSON + "Link: <http://example.org/next>; rel=\"next\"\r\n",
                    Grants.page(3, 0, 3).getBytes(StandardCharsets.UTF_8)));
    LiveWorker worker = start(bounded(folder, server).with("pages", "{ link: { total: /no } }"));

    assertThatThrownBy(worker::toEnd).hasMessageContaining("leads to the host 'example.org'");
  }

  @Test
  void shouldEndAnEndlessBody() throws Exception {
    RawServer server =
        serve(
            (asked, out) -> {
              out.write(("HTTP/1.1 200 X\r\n" + JSON + "\r\n[").getBytes(StandardCharsets.UTF_8));
              byte[] more =
                  "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                      .repeat(100)
                      .getBytes(StandardCharsets.UTF_8);
              for (int i = 0; i < 100_000; i++) {
                out.write(more);
              }
            });

    shouldFail(bounded(folder, server), "more than 1,048,576 bytes come from");
  }

  @Test
  void shouldNotUnpackAGzipBomb() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 50; i++) {
        zip.write(zeros);
      }
    }
    RawServer server =
        serve(
            (asked, out) ->
                RawServer.send(out, 200, JSON + "Content-Encoding: gzip\r\n", bomb.toByteArray()));

    shouldFail(bounded(folder, server), "more than 1,048,576 bytes come from");
    assertThat(bomb.size()).isLessThan(1 << 20);
  }

  @Test
  void shouldUnpackNothingThatWasNotAskedFor() throws Exception {
    RawServer server =
        serve(
            (asked, out) ->
                RawServer.send(out, 200, JSON + "Content-Encoding: br\r\n", new byte[10]));

    shouldFail(bounded(folder, server), "packed as 'br', which nobody asked for");
  }

  @Test
  void shouldNotExpandEntities() throws Exception {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY l2 \"&l;&l;&l;&l;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<a><grant><id>1</id><value>1</value><person>&l2;&x;</person></grant></a>";
    RawServer server = serve((asked, out) -> RawServer.send(out, 200, "text/xml", bomb));
    SourceFiles source = bounded(folder, server).with("format", "xml").with("records", "grant");

    LiveWorker worker = start(source).toEnd();
    worker.stop();

    assertThat(worker.written().toString()).doesNotContain("root:");
    assertThat(worker.rejections().toString()).doesNotContain("lollol").doesNotContain("root:");
    assertThat(worker.counts().addUp()).isTrue();
  }

  @Test
  void shouldBoundHeaders() throws Exception {
    RawServer server =
        serve(
            (asked, out) -> {
              out.write("HTTP/1.1 200 X\r\n".getBytes(StandardCharsets.UTF_8));
              for (int i = 0; i < 100_000; i++) {
                out.write(("X-Flood-" + i + ": y\r\n").getBytes(StandardCharsets.UTF_8));
              }
            });
    LiveWorker worker = start(bounded(folder, server));

    SourceStatus status = worker.toError();

    assertThat(status.getError()).contains("header count exceeded");
  }

  @Test
  void shouldNotTakeAPictureForRecords() throws Exception {
    RawServer server =
        serve((asked, out) -> RawServer.send(out, 200, "image/png", "\u0089PNG\r\n"));
    LiveWorker worker = start(bounded(folder, server));

    assertThat(worker.toError().getError()).contains("a page can't be read to its end");
  }

  @Test
  void shouldRejectAmountsThatAreNoNumbers() throws Exception {
    String records =
        "[{\"id\":\"1\",\"value\":\"NaN\"},{\"id\":\"2\",\"value\":\"Infinity\"},"
            + "{\"id\":\"3\",\"value\":1e999999999},{\"id\":\"4\",\"value\":\"4\"}]";
    RawServer server = serve((asked, out) -> RawServer.json(out, "{\"results\":" + records + "}"));

    LiveWorker worker = start(bounded(folder, server)).toEnd();
    worker.stop();

    assertThat(worker.keys()).containsExactly("test:4");
    assertThat(worker.rejections()).hasSize(3);
    assertThat(worker.counts().addUp()).isTrue();
  }
}
