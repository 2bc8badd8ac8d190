package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.Grants;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.SourceFiles;

/** What may stand between a source and its server, and answers that are files. */
@Timeout(120)
class HttpServerTest {
  @TempDir Path folder;
  private final Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();

  private List<String> keys(SourceFiles source) throws InterruptedException {
    String run = UUID.randomUUID().toString();
    try (LiveWorker worker = LiveWorker.start(source.write().toString(), stored, run, 1).toEnd()) {
      worker.stop();
      assertThat(worker.rejections()).isEmpty();
      assertThat(worker.counts().addUp()).isTrue();
      return worker.keys();
    }
  }

  @Test
  void shouldAskThroughAProxy() throws Exception {
    try (RawServer proxy =
        new RawServer((asked, out) -> RawServer.json(out, Grants.page(3, 0, 10)))) {
      SourceFiles source =
          Grants.definition(folder, "http://nowhere.invalid/")
              .with(
                  "transport",
                  "{ http: { base: \"http://nowhere.invalid/v1/\", proxy: \""
                      + proxy.address()
                      + "\" } }");

      assertThat(keys(source)).hasSize(3);
      assertThat(proxy.asked)
          .extracting(RawServer.Asked::target)
          .containsExactly("http://nowhere.invalid/v1/grants?offset=0");
    }
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private SourceFiles download(RawServer server) {
    return Grants.definition(folder, server.address())
        .with("request", "{ path: files/grants.zip }")
        .with("download", "[\"grants.json\"]")
        .without("pages");
  }

  @Test
  void shouldReadAnArchiveAndAskAgainOnlyForANewOne() throws Exception {
    byte[] archive = zip("grants.json", Grants.page(3, 0, 10));
    try (RawServer server =
        new RawServer(
            (asked, out) -> {
              if ("Mon, 02 Nov 2026 00:00:00 GMT"
                  .equals(asked.headers().get("if-modified-since"))) {
                RawServer.send(out, 304, "", new byte[0]);
              } else {
                RawServer.send(
                    out,
                    200,
                    "Content-Type: application/zip\r\n"
                        + "Last-Modified: Mon, 02 Nov 2026 00:00:00 GMT\r\n",
                    archive);
              }
            })) {
      SourceFiles source = download(server);

      assertThat(keys(source)).containsExactly("test:0", "test:1", "test:2");
      assertThat(keys(source)).isEmpty();
      assertThat(server.asked).hasSize(2);
    }
    assertThat(leftBehind(archive)).isEmpty();
  }

  @Test
  void shouldFetchAFileAgainThatWasCutOff() throws Exception {
    byte[] archive = zip("grants.json", Grants.page(3, 0, 10));
    int[] tries = new int[1];
    try (RawServer server =
        new RawServer(
            (asked, out) -> {
              tries[0]++;
              if (tries[0] == 1) {
                String head = "HTTP/1.1 200 X\r\nContent-Length: " + archive.length + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.UTF_8));
                out.write(archive, 0, archive.length / 2);
              } else {
                RawServer.send(out, 200, "Content-Type: application/zip\r\n", archive);
              }
            })) {
      assertThat(keys(download(server))).hasSize(3);
      assertThat(server.asked).hasSize(2);
    }
  }

  /** Downloads that are just this one; others may be under way. */
  private static List<Path> leftBehind(byte[] archive) throws IOException {
    List<Path> same = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            Path.of(System.getProperty("java.io.tmpdir")), "kuroshio-download-*")) {
      for (Path file : files) {
        if (Files.size(file) == archive.length
            && Arrays.equals(Files.readAllBytes(file), archive)) {
          same.add(file);
        }
      }
    }
    return same;
  }
}
