package org.kuroshio.indicators.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.yaml.DefinitionException;

class AlertRulesTest {
  private static final Path PAGE = Path.of("..", "docs", "alerts.md");
  private static final String RULE =
      """
      rules:
        - id: my.level
          severity: warning
          titles: { en: Mine }
          description: Why.
          test: level
          indicator: venture.stock
          group: JP-KANTO11
          period: current FY
          above: 100
          rearm: 95
          message: { en: "{name} has {value}" }
      """;

  @TempDir private Path directory;
  private final AlertRules rules =
      new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped());

  @Test
  void shouldReadTheShippedRulesAndThoseOfAFile() throws IOException {
    int shipped = rules.with(List.of()).all().size();

    assertThat(rules.with(List.of(file(RULE))).all()).hasSize(shipped + 1);
  }

  @Test
  void shouldSpeakThreeLanguages() {
    assertThat(rules.with(List.of()).all())
        .allSatisfy(
            rule -> {
              assertThat(rule.titles()).containsOnlyKeys("en", "ja", "zh");
              assertThat(rule.message().texts()).containsOnlyKeys("en", "ja", "zh");
            });
  }

  @Test
  void shouldKeepThePageOfRulesFresh() throws IOException {
    String page = RulesPage.of(rules);
    if (System.getProperty("refresh") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("refresh it with: mvn -pl indicators test -Dtest=AlertRulesTest -Drefresh")
        .isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "venture.stock|venture.stok|7|did you mean 'venture.stock'?",
        "JP-KANTO11|JP-KANTO12|8|there is no region or group 'JP-KANTO12'",
        "period: current FY|regions: [JP-13, JP-01]|9|JP-01 does not lie in JP-KANTO11",
        "test: level|test: levle|6|did you mean 'level'?",
        "rearm: 95|rearn: 95|11|unknown key 'rearn'; did you mean 'rearm'?",
        "rearm: 95|rearm: 105|11|must not lie beyond the level",
        "current FY|current FX|9|expected D, M, Q, CY or FY",
        "current FY|FY20|9|is not a period",
        "current FY|TD|9|venture.stock has no cells for TD",
        "{value}|{valeu}|12|no value {valeu}; did you mean 'value'?",
        "severity: warning|severity: grave|3|unknown value 'grave'",
        "above: 100|above: many|10|expected a number as 100",
        "my.level|My Level|2|an id has lower-case words with dots",
      })
  void shouldRefuseMistakesByFileAndLine(String right, String wrong, int line, String message)
      throws IOException {
    Path file = file(RULE.replace(right, wrong));

    assertThatThrownBy(() -> rules.with(List.of(file)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith(file + ":" + line + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseTwoRulesOfOneId() throws IOException {
    Path file = file(RULE.replace("my.level", "milestone.overdue"));

    assertThatThrownBy(() -> rules.with(List.of(file)))
        .hasMessageContaining("the rule 'milestone.overdue' is also defined at milestones.yaml:");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("rules.yaml"), text);
  }
}
