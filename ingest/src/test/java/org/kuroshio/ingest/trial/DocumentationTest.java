package org.kuroshio.ingest.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.source.SourceDefinitions;

/** What docs/adding-a-source-file.md shows must work. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/adding-a-source-file.md");
  private static final Pattern BLOCK = Pattern.compile("```(?:yaml)?\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
  }

  private static String block(String beginning) throws IOException {
    return blocks().stream().filter(b -> b.startsWith(beginning)).findFirst().orElseThrow();
  }

  @Test
  void shouldShowADefinitionThatWorks() throws IOException {
    SourceFiles files = new SourceFiles(folder);
    Path definition = files.text("survey-bth.yaml", block("source: survey-bth"));
    files.text("survey-bth.jslt", block("// survey-bth.jslt"));
    Path data =
        files.text(
            "ventures-2024.csv",
            "id;founded;category;core;region;revision;surveyDate;founderName;email\n"
                + "v1;2021-04;RESEARCH_RESULT;yes;CN-BJ;3;2024-06-30;A;a@example.org\n");

    EngineRun run = EngineRun.of(SourceDefinitions.find(definition.toString()), data);

    assertThat(SourceCheck.problems(definition.toString())).isEmpty();
    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys()).containsExactly("bth:v1");
  }

  @Test
  void shouldShowPartsThatCanBeRead() throws IOException {
    Path definition = new SourceFiles(folder).text("paper.yaml", block("source: paper"));

    assertThat(SourceDefinitions.find(definition.toString()).parts()).hasSize(2);
  }

  @Test
  void shouldShowFormatsThatCanBeRead() throws IOException {
    for (String line : block("format: csv  ").lines().toList()) {
      SourceFiles files = new SourceFiles(folder);
      String value = line.substring("format: ".length()).replace(", ...]", "]");
      if (value.startsWith("{ xml")) {
        files.with("records", "Award");
      }
      files.with("format", value);

      assertThat(files.read().parts()).hasSize(1);
    }
  }
}
