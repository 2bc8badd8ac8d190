package org.kuroshio.ingest.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.ingest.fixture.SourceFiles;

class SourceCheckTest {
  @TempDir Path folder;
  private SourceFiles files;

  @BeforeEach
  void writer() {
    files = new SourceFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "nsf-awards", "nta-diff", "patentsview"})
  void shouldFindNothingWrongWithAShippedSource(String name) {
    assertThat(SourceCheck.problems(name)).isEmpty();
  }

  /** Each is one mapping that is wrong in its second line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Observation | "seris": "A"                                   | Observation has no field 'seris'; did you mean 'series'?
          Observation | "@keys": .a                                    | unknown envelope key '@keys'; did you mean '@key'?
          Observation | "series": $constant.x                          | unknown variable '$constant'; did you mean '$constants'?
          Venture     | "status": "ACTIV"                              | 'ACTIV' is no VentureStatus; did you mean 'ACTIVE'?
          Venture     | "categories": ["STUDENTS"]                     | 'STUDENTS' is no VentureCategory; did you mean 'STUDENT'?
          Venture     | "categories": [.a, if (.b) "STUDENTS" else .c] | 'STUDENTS' is no VentureCategory
          Venture     | "headquarters": { "role": .r, "regon": .b }    | Party has no field 'regon'; did you mean 'region'?
          Venture     | "parents": [for (.p) { "rol": .x }]            | Party has no field 'rol'; did you mean 'role'?
          Venture     | "foundedOn": { "form": .x }                    | DateInterval has no field 'form'; did you mean 'from'?
          """)
  void shouldFindWhatAMappingWritesOutWrongly(String entity, String line, String said) {
    Path file =
        files
            .with("entity", entity)
            .without("key")
            .mapping("{ \"@key\": .id,\n  " + line + "\n}\n")
            .write();

    List<String> problems = SourceCheck.problems(file.toString());

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith(folder.resolve("test.jslt") + ":2: ").contains(said);
  }

  @Test
  void shouldFindColumnsThatTheFileDoesNotHave() {
    Path file =
        files
            .with("format", "{ csv: { header: false, columns: [id, region, value] } }")
            .mapping(
                "{\n \"vintage\": .idd, \"unit\": [for (.value) .free],\n \"series\": .region }")
            .write();

    assertThat(SourceCheck.problems(file.toString()))
        .containsExactly(
            folder.resolve("test.jslt") + ":2: the file has no column 'idd'; did you mean 'id'?");
  }

  @Test
  void shouldFindAMappingThatWantsWhatIsDroppedAsPersonal() {
    Path file =
        files
            .with("personal", "[/founder]")
            .mapping("{ \"vintage\": .id, \"unit\": .founder }")
            .write();

    assertThat(SourceCheck.problems(file.toString()))
        .singleElement()
        .asString()
        .contains("test.jslt:1: 'founder' is dropped as personal");
  }

  @Test
  void shouldFindWrongTemplates() {
    Path file = files.with("personal", "[/day]").with("publishedAt", "/day").write();

    assertThat(SourceCheck.problems(file.toString()))
        .singleElement()
        .asString()
        .contains("test.yaml:")
        .contains("'day' is dropped as personal");
  }

  @Test
  void shouldSayWhatIsWrongWithTheDefinitionItself() {
    Path file = files.with("keyy", "x").write();

    assertThat(SourceCheck.problems(file.toString()))
        .singleElement()
        .asString()
        .contains("unknown key 'keyy'; did you mean 'key'?");
  }
}
