package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.schemas.program.Milestone;

class EventsTest {
  @TempDir Path folder;

  @Test
  void shouldReadTheExample() {
    EngineRun run = EngineRun.of("events", Examples.FOLDER.resolve("events"));

    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys()).hasSize(8).contains("example:project:1", "example:venture:0");
    assertThat(Examples.entities(run, Milestone.class)).hasSize(2);
    assertThat(run.messages())
        .extracting(Message::topic)
        .contains("innovation.programs", "innovation.patents", "innovation.ventures");
  }

  @Test
  void shouldCheckEveryFieldAndKeepNoBytes() {
    new SourceFiles(folder)
        .text(
            "e.jsonl",
            """
            {"entityId":"a","publishedAt":"2026-04-01T00:00:00Z","entity":{"Project":{"projectId":"a","oner":"Ada Example"}}}
            {"entityId":"b","publishedAt":"2026-04-01T00:00:00Z","entity":{"Funding":{"fundingId":"b","money":{"amount":-1,"currency":"JPY"}}}}
            {"entityId":"c","publishedAt":"2026-04-01T00:00:00Z","entity":{"Project":{"projectId":"c","parties":[{"role":"LEAD","region":"JP-48"}]}}}
            {"entityId":"d","publishedAt":"2026-04-01T00:00:00Z","entity":{"Project":{"projectId":"d","selectedOn":"2017-13-40"}}}
            {"entityId":"e","publishedAt":"2026-04-01T00:00:00Z","entity":{"Project":{"projectId":"e"}}}
            """);

    EngineRun run = EngineRun.of("events", folder);

    assertThat(run.reasons())
        .containsExactly(
            "line 1: unknown-field",
            "line 2: negative-amount",
            "line 3: unknown-region",
            "line 4: bad-date");
    assertThat(run.rejections()).allMatch(rejection -> rejection.getBytes() == null);
    assertThat(run.rejections().toString()).doesNotContain("Ada Example");
    assertThat(run.keys()).containsExactly("e");
  }

  @Test
  void shouldForgetAnIdByAKafkaNull() {
    new SourceFiles(folder).text("e.csv", "stream,entityId,op\nventures,meti:venture:1,FORGET\n");

    List<Message> messages = EngineRun.of("events", folder).messages();

    assertThat(messages)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.topic()).isEqualTo("innovation.ventures");
              assertThat(message.key()).isEqualTo("meti:venture:1");
              assertThat(message.value()).isNull();
            });
  }
}
