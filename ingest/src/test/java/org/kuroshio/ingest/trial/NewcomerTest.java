package org.kuroshio.ingest.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RawServer;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;

/** What docs/adding-a-source.md has a newcomer write must work as it is written there. */
@Timeout(120)
class NewcomerTest {
  private static final Path PAGE = Path.of("../docs/adding-a-source.md");
  private static final Pattern BLOCK = Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static String block(String beginning) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> found.group(1))
        .filter(block -> block.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  private Path definition() throws IOException {
    SourceFiles files = new SourceFiles(folder);
    files.text("grants.jslt", block("// grants.jslt"));
    return files.text("grants.yaml", block("source: grants"));
  }

  private static void assertSound(List<String> events) throws IOException {
    JsonNode event = new ObjectMapper().readTree(events.get(1));
    JsonNode party = event.at("/entity/Project/parties/0");
    assertThat(event.at("/entityId").asText()).isEqualTo("grants:G-0001");
    assertThat(event.at("/entity/Project/selectedOn/label").asText()).isEqualTo("2026-02-02");
    assertThat(party.at("/region").asText()).isEqualTo("US-MA");
    assertThat(party.at("/sector").asText()).isEqualTo("ACADEMIA");
    assertThat(events.toString()).doesNotContain("Ada").doesNotContain("ada@");
  }

  @Test
  void shouldMakeEventsOfTheSavedAnswer() throws IOException {
    Path definition = definition();
    Path answer = new SourceFiles(folder).text("answer.json", block("{\n \"meta\""));
    List<String> events = new ArrayList<>();
    List<String> notices = new ArrayList<>();

    TrialReport report =
        new SourceTrial(SourceDefinitions.find(definition.toString()), events::add, notices::add)
            .run(List.of(answer.toString()), 10);

    assertThat(SourceCheck.problems(definition.toString())).isEmpty();
    assertThat(report.events()).isEqualTo(2);
    assertThat(notices).isEmpty();
    assertSound(events);
  }

  @Test
  void shouldAskTheServerPageByPage() throws Exception {
    String answer = block("{\n \"meta\"").replace("\"total\": 61", "\"total\": 27");
    List<String> events = new ArrayList<>();
    try (RawServer server =
        new RawServer(
            (asked, out) ->
                RawServer.json(
                    out,
                    // the page's server has more; 27 make two pages
                    asked.param("offset").equals("0") ? full(answer) : answer))) {
      Map<String, String> given = Map.of("base", server.address());
      SourceDefinition source = SourceDefinitions.find(definition().toString(), given);
      SettingValues settings = SettingValues.of("grants", source.settings(), given);

      TrialReport report = new LiveTrial(source, settings, events::add, events::add).run(100);

      assertThat(report.records()).isEqualTo(27);
      assertThat(report.complete()).isTrue();
      assertThat(server.asked)
          .extracting(RawServer.Asked::target)
          .containsExactly("/grants?offset=0", "/grants?offset=25");
      assertSound(events);
    }
  }

  /** Both records of the answer, and as many like the first as make a page of 25. */
  private static String full(String answer) {
    int first = answer.indexOf("  {\n   \"id\"");
    String record = answer.substring(first, answer.indexOf("  {\n   \"id\"", first + 1));
    StringBuilder more = new StringBuilder();
    for (int n = 100; n < 123; n++) {
      more.append(record.replace("G-0000", "G-0" + n));
    }
    int end = answer.lastIndexOf(" ]");
    return answer.substring(0, end).stripTrailing()
        + ",\n"
        + more.toString().stripTrailing().replaceFirst(",$", "")
        + answer.substring(end);
  }
}
