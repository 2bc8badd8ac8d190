package org.kuroshio.ingest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.fixture.ReadOnce;
import org.kuroshio.ingest.fixture.SourceFiles;

/** Reads files several times as large as the heap of a process of its own. */
class ConstantMemoryTest {
  private static final int RECORDS = 16_000;
  private static final String PADDING = "x".repeat(4_000);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          csv             | -    | id,region,value,pad          | %d,JP-13,1,%s                                       | -
          { json: lines } | -    | -                            | {"id":"%d","region":"JP-13","value":1,"pad":"%s"}   | -
          { json: array } | -    | [{}                          | ,{"id":"%d","region":"JP-13","value":1,"pad":"%s"}  | ]
          xml             | item | <list>                       | <item><id>%d</id><region>JP-13</region><value>1</value><pad>%s</pad></item> | </list>
          """)
  void shouldReadAFileLargerThanItsMemory(
      String format, String records, String head, String row, String tail) throws Exception {
    SourceFiles files =
        new SourceFiles(folder)
            .with("format", format)
            .with("transport", "{ files: { patterns: [\"data.*\"] } }")
            .mapping(
                "if (.id) { \"series\": \"T\", \"region\": .region, \"referenceDate\": \"2020\", \"value\": .value, \"unit\": \"u\", \"vintage\": .id }");
    if (records != null) {
      files.with("records", records);
    }
    Path definition = files.write();
    Path data = folder.resolve("data.big");
    write(data, head, row, tail);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx20m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadOnce.class.getName(),
                definition.toString(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.size(data)).isGreaterThan(3L * (20 << 20));
    assertThat(said.strip()).endsWith(RECORDS + " published");
  }

  private static void write(Path file, String head, String row, String tail) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      if (head != null) {
        out.write(head + "\n");
      }
      for (int i = 0; i < RECORDS; i++) {
        out.write(row.formatted(i, PADDING) + "\n");
      }
      if (tail != null) {
        out.write(tail);
      }
    }
  }
}
