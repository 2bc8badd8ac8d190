package org.kuroshio.ingest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.file.InputException;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.Packed;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.source.SourceDefinition;

/** What may be named as input, and what becomes of files that are damaged or malicious. */
class InputFormsTest {
  @TempDir Path definitions;
  @TempDir Path folder;
  private SourceDefinition source;
  private SourceFiles data;

  @BeforeEach
  void writeDefinition() {
    source = new SourceFiles(definitions).read();
    data = new SourceFiles(folder);
  }

  private static byte[] rows(String... ids) {
    StringBuilder csv = new StringBuilder("id,region,value\n");
    for (String id : ids) {
      csv.append(id).append(",JP-13,1\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void shouldReadAFolderSortedAndNameWhatMatchesNothing() {
    data.bytes("b.csv", rows("b"));
    data.bytes("sub/a.csv", rows("a"));
    data.bytes("notes.txt", rows());

    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.keys()).containsExactly("test:b", "test:a");
    assertThat(run.skipped).containsExactly(folder.resolve("notes.txt").toString());
    assertThat(run.filesDone).isEqualTo(3);
  }

  @Test
  void shouldReadGlobsAndNameAFileOnce() {
    data.bytes("a1.csv", rows("a1"));
    data.bytes("a2.csv", rows("a2"));
    data.bytes("b.csv", rows("b"));

    EngineRun run = EngineRun.of(source, folder.resolve("a*.csv"), folder.resolve("a2.csv"));

    assertThat(run.keys()).containsExactly("test:a1", "test:a2");
  }

  @Test
  void shouldSayThatAFileIsNotThere() {
    assertThatThrownBy(() -> EngineRun.of(source, folder.resolve("none.csv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file or folder")
        .hasMessageContaining("none.csv");
    assertThatThrownBy(() -> EngineRun.of(source, folder.resolve("*.none")))
        .hasMessageContaining("no file matches");
    assertThatThrownBy(() -> EngineRun.of(source))
        .hasMessageContaining("ships no data: name files by --input");
  }

  @Test
  void shouldReadPackedFilesByTheirNamesInside() {
    data.bytes("one.csv.gz", Packed.gzip(rows("gz")));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("deep/z.csv", rows("z"));
    entries.put("readme.md", rows());
    entries.put("y.csv.gz", Packed.gzip(rows("y")));
    data.bytes("two.zip", Packed.zip(entries));
    data.bytes("three.tgz", Packed.gzip(Packed.tar(Map.of("t.csv", rows("t")))));

    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.keys()).containsExactlyInAnyOrder("test:gz", "test:z", "test:y", "test:t");
    assertThat(run.skipped).containsExactly(folder.resolve("two.zip") + ", entry readme.md");
    assertThat(run.events())
        .extracting(event -> event.envelope().orElseThrow().toString())
        .anyMatch(text -> text.contains("entry deep/z.csv, line 2"));
  }

  @Test
  void shouldCountTheBytesOfTheFilesThemselves() {
    byte[] packed = Packed.gzip(rows("a", "b"));
    data.bytes("a.csv.gz", packed);
    byte[] zip = Packed.zip(Map.of("z.csv", rows("z")));
    data.bytes("z.zip", zip);

    assertThat(EngineRun.of(source, folder).bytes).isEqualTo(packed.length + zip.length);
  }

  @Test
  void shouldKeepWhatStandsBeforeTheEndOfACutOffFile() {
    byte[] packed = Packed.gzip(rows(ids(20_000)));
    data.bytes("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    data.bytes("sound.csv", rows("sound"));

    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.keys()).contains("test:0", "test:1000", "test:sound").hasSizeLessThan(20_000);
    assertThat(run.rejections())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getReason()).isEqualTo("unreadable");
              assertThat(r.getUri()).endsWith("cut.csv.gz");
              assertThat(r.getDetail()).contains("cut off");
            });
    assertThat(run.addsUp()).isTrue();
  }

  private static String[] ids(int count) {
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = String.valueOf(i);
    }
    return ids;
  }

  @Test
  void shouldRejectAFileThatIsNotWhatItsNameSays() {
    data.bytes("a.zip", rows("a"));
    data.bytes("b.csv.gz", rows("b"));
    data.bytes("c.csv", rows("c"));

    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.keys()).containsExactly("test:c");
    assertThat(run.rejections()).extracting(r -> r.getReason()).containsOnly("unreadable");
    assertThat(run.rejections()).hasSize(2);
    assertThat(run.addsUp()).isTrue();
  }

  @Test
  void shouldRefuseAnArchiveOutOfWhichTooMuchComes() {
    // 300 MB of blanks in 300 kB
    byte[] bomb = Packed.gzip(new byte[300 << 20]);
    data.bytes("bomb.csv.gz", bomb);
    data.bytes("sound.csv", rows("sound"));

    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.keys()).containsExactly("test:sound");
    assertThat(run.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.getReason()).isEqualTo("archive-too-large"));
  }

  @Test
  void shouldSayWhereAFileIsNotUtf8() {
    byte[] wrong =
        "id,region,value\na,JP-13,1\n\u00e9,JP-13,1\n".getBytes(StandardCharsets.ISO_8859_1);
    data.bytes("latin.csv", wrong);
    data.bytes("sound.csv", rows("sound"));

    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.keys()).containsExactly("test:sound");
    assertThat(run.rejections())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getReason()).isEqualTo("wrong-charset");
              assertThat(r.getDetail()).contains("from byte 26 on").contains("'charset'");
            });
  }

  @Test
  void shouldReadAByteOrderMarkAsNone() {
    byte[] plain = rows("a");
    byte[] marked = new byte[plain.length + 3];
    marked[0] = (byte) 0xef;
    marked[1] = (byte) 0xbb;
    marked[2] = (byte) 0xbf;
    System.arraycopy(plain, 0, marked, 3, plain.length);
    data.bytes("bom.csv", marked);

    assertThat(EngineRun.of(source, folder).keys()).containsExactly("test:a");
  }
}
