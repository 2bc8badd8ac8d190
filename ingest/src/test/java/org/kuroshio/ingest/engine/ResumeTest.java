package org.kuroshio.ingest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.Packed;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.schemas.frame.BundledIds;

/** Law 7: read = published + known + rejected + ignored, wherever a load was stopped. */
class ResumeTest {
  /** Some rows make two events, some none, some are wrong. */
  private static final String MAPPING =
      """
      def one(row, key)
        { "@key": $key, "series": "TEST", "region": $row.region, "referenceDate": "2020-10-01", "value": $row.value, "unit": "u", "vintage": $row.id }

      if (.kind == "none") null
      else if (.kind == "two") [one(., "test:" + .id), one(., "test:" + .id + ":b")]
      else one(., "test:" + .id)
      """;

  @TempDir Path definitions;
  @TempDir Path folder;
  private SourceDefinition source;
  private SourceFiles data;

  @BeforeEach
  void writeDefinition() {
    source =
        new SourceFiles(definitions)
            .with(
                "coverage",
                "{ indicators: [x.one, x.two], regions: [JP], period: { fileName: \"d{yyyyMMdd}.csv\" } }")
            .mapping(MAPPING)
            .read();
    data = new SourceFiles(folder);
    data.text(
        "d20260401.csv",
        """
        id,region,value,kind
        a,JP-13,1,
        b,JP-13,1,two
        c,JP-13,1,none
        d,JP-48,1,
        e,JP-13
        f,JP-13,1,two
        g,JP-13,1,none
        """);
    data.text("d20260402.csv", "id,region,value,kind\nh,JP-13,1,none\ni,JP-01,2,two\n");
    data.text("d20260403.csv", "id,region,value,kind\n");
  }

  @Test
  void shouldCountEveryRecordOnce() {
    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.read).isEqualTo(9);
    assertThat(run.published()).isEqualTo(4);
    assertThat(run.rejections()).hasSize(2);
    assertThat(run.ignored).isEqualTo(3);
    assertThat(run.addsUp()).isTrue();
    assertThat(run.reasons()).containsExactly("line 5: unknown-region", "line 6: too-few-columns");
  }

  @Test
  void shouldKnowEverythingTheSecondTime() {
    Map<String, ReadPosition> stored = new HashMap<>();
    EngineRun first = EngineRun.of(source, folder);
    first.steps.forEach(step -> stored.put(step.content(), step.after()));

    EngineRun second = EngineRun.of(source, store(stored), folder);

    assertThat(stored).hasSize(3);
    assertThat(second.steps).isEmpty();
    assertThat(second.known).isEqualTo(9);
    assertThat(second.read).isZero();
  }

  @Test
  void shouldLoseNothingAndPublishNothingTwiceWhereverItIsStopped() {
    List<Sent> all = sent(EngineRun.of(source, folder));
    for (int stop = 0; stop <= all.size(); stop++) {
      Map<String, ReadPosition> stored = new HashMap<>();
      all.subList(0, stop).forEach(one -> stored.put(one.content(), one.message().position()));

      EngineRun resumed = EngineRun.of(source, store(stored), folder);

      List<String> got = new ArrayList<>(keys(all.subList(0, stop)));
      List<String> rest = keys(sent(resumed));
      got.addAll(rest);
      assertThat(new TreeSet<>(got)).isEqualTo(new TreeSet<>(keys(all)));
      // a record of several events is repeated whole, nothing else is
      assertThat(got.size() - all.size()).isBetween(0, 1);
      assertThat(resumed.read + resumed.known).isEqualTo(9);
      assertThat(resumed.addsUp()).isTrue();
    }
  }

  private record Sent(String content, Message message) {}

  private static List<Sent> sent(EngineRun run) {
    Messages messages = new Messages(new BundledIds(), "");
    return run.steps.stream()
        .flatMap(step -> messages.of(step).stream().map(m -> new Sent(step.content(), m)))
        .toList();
  }

  private static List<String> keys(List<Sent> sent) {
    return sent.stream().map(one -> one.message().key()).toList();
  }

  private static KnownContents.Store store(Map<String, ReadPosition> stored) {
    return contents -> {
      Map<String, ReadPosition> found = new HashMap<>();
      contents.forEach(
          content -> {
            if (stored.containsKey(content)) {
              found.put(content, stored.get(content));
            }
          });
      return found;
    };
  }

  @Test
  void shouldKnowTheSameContentUnderAnotherNameOrPacked() {
    byte[] rows = "id,region,value,kind\nz,JP-13,1,\n".getBytes(StandardCharsets.UTF_8);
    Path other = folder.resolve("other");
    SourceFiles copies = new SourceFiles(other);
    copies.bytes("one.csv", rows);
    copies.bytes("two.csv", rows);
    copies.bytes("three.zip", Packed.zip(Map.of("four.csv", rows)));
    copies.bytes("five.csv.gz", Packed.gzip(rows));

    EngineRun run = EngineRun.of(source, other);

    assertThat(run.keys()).containsExactly("test:z");
    assertThat(run.read).isEqualTo(1);
    assertThat(run.known).isEqualTo(3);
  }

  @Test
  void shouldVouchForTheDayOfEachFileOnce() {
    EngineRun run = EngineRun.of(source, folder);

    assertThat(run.events().stream().map(e -> e.key()).filter(key -> key.contains("coverage")))
        .containsExactly(
            "test:coverage:x.one:2026-04-01",
            "test:coverage:x.two:2026-04-01",
            "test:coverage:x.one:2026-04-02",
            "test:coverage:x.two:2026-04-02",
            "test:coverage:x.one:2026-04-03",
            "test:coverage:x.two:2026-04-03");
  }
}
