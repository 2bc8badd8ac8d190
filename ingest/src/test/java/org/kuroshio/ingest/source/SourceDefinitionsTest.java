package org.kuroshio.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.schemas.yaml.DefinitionException;

class SourceDefinitionsTest {
  @TempDir Path folder;
  private SourceFiles files;

  @BeforeEach
  void writer() {
    files = new SourceFiles(folder);
  }

  @Test
  void shouldReadAllShippedSources() {
    assertThat(SourceDefinitions.shipped())
        .extracting(SourceDefinition::name)
        .contains("events", "nsf-awards", "nta-diff", "patentsview");
  }

  @Test
  void shouldNameTheNearestShippedSource() {
    assertThatThrownBy(() -> SourceDefinitions.find("nta-dif"))
        .isInstanceOf(UnknownSourceException.class)
        .hasMessageContaining("did you mean 'nta-diff'?");
  }

  /** Every line: a noun, its value, the line of the error below, and a part of what it must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          licens     | x                                       | 11 | unknown key 'licens'; did you mean 'licence'?
          source     | Not A Name                              | 1  | a source's name is lower-case letters
          titles     | { fr: Essai }                           | 2  | unknown key 'fr'
          transport  | { files: { pattern: "*.csv" } }         | 4  | unknown key 'pattern'; did you mean 'patterns'?
          transport  | { ftp: { host: x } }                    | 4  | unknown key 'ftp'
          transport  | { files: { patterns: ["{a.csv"] } }     | 4  | '{' without '}'
          format     | { csv: { delimeter: ";" } }             | 5  | unknown key 'delimeter'; did you mean 'delimiter'?
          format     | { csv: { delimiter: "ab" } }            | 5  | is one character
          format     | { csv: { header: false } }              | 5  | the columns must be named
          format     | { csv: { header: maybe } }              | 5  | expected true or false
          format     | json                                    | 5  | { json: array }
          format     | { json: aray }                          | 5  | did you mean 'array'?
          format     | xml                                     | 5  | 'records' is missing
          format     | parquet                                 | 5  | unknown key 'parquet'
          personal   | [name]                                  | 6  | JSON Pointer
          personal   | [{ path: /name, keep: "(" }]            | 6  | 'keep' is no pattern
          personal   | [{ path: /name, keep: "x" }]            | 6  | one group
          key        | "x:${vintage"                           | 8  | '${' without '}'
          key        | "x:${constants.none}"                   | 8  | is no constant
          mapping    | test.jq                                 | 10 | a .jslt file beside
          charset    | windows-31k                             | 11 | did you mean 'windows-31j'?
          charset    | { else: UTF-16, onUndecodable: drop }   | 11 | reject or replace
          coverage   | { indicators: [a], regions: [JP] }      | 11 | key 'period' is missing
          coverage   | { indicators: [], regions: [JP], period: "2020" } | 11 | at least one indicator
          fiscalYears | FR                                     | 11 | JP, US or CN
          request    | { path: x }                             | 11 | unknown key 'request'
          """)
  void shouldSayWhereADefinitionIsWrong(String noun, String value, int line, String said) {
    Path file = files.with(noun, value).write();

    assertThatThrownBy(() -> SourceDefinitions.find(file.toString()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith(file + ":" + line + ": ")
        .hasMessageContaining(said);
  }

  @Test
  void shouldDemandAWordOnPersonalData() {
    Path file = files.without("personal").write();

    assertThatThrownBy(() -> SourceDefinitions.find(file.toString()))
        .hasMessageContaining("key 'personal' is missing");
  }

  @Test
  void shouldRefuseAKeyThatStandsTwice() {
    Path file = files.text("twice.yaml", "source: a\nsource: b\n");

    assertThatThrownBy(() -> SourceDefinitions.find(file.toString()))
        .hasMessageContaining("twice.yaml:2")
        .hasMessageContaining("twice");
  }

  @Test
  void shouldRefuseTextThatIsNoYaml() {
    Path file = files.text("broken.yaml", "source: a\n  titles: [\n");

    assertThatThrownBy(() -> SourceDefinitions.find(file.toString()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("broken.yaml:2")
        .hasMessageContaining("no valid YAML");
  }

  @Test
  void shouldSayFileAndLineOfAJsltError() {
    SourceDefinition source = files.mapping("{\n  \"series\": .a +\n}\n").read();

    assertThatThrownBy(() -> CompiledSource.of(source, RegionTally.NONE))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith(folder.resolve("test.jslt") + ":3: JSLT: ");
  }

  @Test
  void shouldCountLinesOfInlineJsltInTheDefinition() {
    SourceDefinition source =
        files
            .with("mapping", "\n  inline: |\n    {\n      \"series\": frobnicate(.a)\n    }")
            .read();

    assertThatThrownBy(() -> CompiledSource.of(source, RegionTally.NONE))
        .hasMessageStartingWith(folder.resolve("test.yaml") + ":13: JSLT: ")
        .hasMessageContaining("frobnicate");
  }

  @Test
  void shouldRefuseAMappingThatIsNotThere() {
    SourceDefinition source = files.with("mapping", "tset.jslt").read();

    assertThatThrownBy(() -> CompiledSource.of(source, RegionTally.NONE))
        .hasMessageContaining("mapping 'tset.jslt' is not there");
  }

  @Test
  void shouldRefuseAnEntityThatDoesNotExist() {
    SourceDefinition source = files.with("entity", "Observaton").read();

    assertThatThrownBy(() -> CompiledSource.of(source, RegionTally.NONE))
        .hasMessageContaining("no entity is called 'Observaton'; did you mean 'Observation'?");
  }

  @Test
  void shouldRefuseATemplateOverAFieldThatDoesNotExist() {
    SourceDefinition source = files.with("key", "\"x:${vintge}\"").read();

    assertThatThrownBy(() -> CompiledSource.of(source, RegionTally.NONE))
        .hasMessageContaining("Observation has no field 'vintge'")
        .hasMessageContaining("did you mean 'vintage'?");
  }

  @Test
  void shouldGiveEveryPartWhatStandsAtTheTop() {
    Path file =
        files.text(
            "parts.yaml",
            """
            source: parts
            titles: { en: Parts }
            licence: none
            transport: { files: {} }
            format: csv
            personal: none
            publishedAt: "2020"
            constants: { unit: things }
            parts:
              - { name: a, files: ["a*.csv"], entity: Observation, key: "a:${vintage}", mapping: test.jslt }
              - { name: b, files: ["b*.csv", "c.csv"], personal: [/name], entity: Observation, key: "b", mapping: test.jslt }
            """);

    SourceDefinition source = SourceDefinitions.find(file.toString());

    assertThat(source.parts()).extracting(Part::name).containsExactly("a", "b");
    assertThat(source.parts())
        .extracting(Part::format)
        .containsOnly(source.parts().get(0).format());
    assertThat(source.parts().get(0).personal()).isEqualTo(new NoPersonalData());
    assertThat(source.parts().get(1).personal().bytesMayBeKept()).isFalse();
    assertThat(source.parts().get(1).constants().path("unit").asText()).isEqualTo("things");
  }

  @Test
  void shouldRefusePatternsBesideParts() {
    Path file =
        files
            .with("parts", "\n  - { name: a, files: [\"*\"], mapping: test.jslt }")
            .without("entity")
            .without("key")
            .without("mapping")
            .write();

    assertThatThrownBy(() -> SourceDefinitions.find(file.toString()))
        .hasMessageContaining("unknown key 'patterns'");
  }
}
