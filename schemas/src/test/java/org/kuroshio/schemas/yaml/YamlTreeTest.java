package org.kuroshio.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
  private static YamlMap read(String text) {
    return YamlTree.parse("a.yaml", text).asMap();
  }

  @Test
  void shouldKnowTheLineOfEveryKeyAndValue() {
    YamlMap map = read("# why\na: 1\nlist:\n  - x\n  - { y: 2 }\ntext: |\n  one\n  two\n");

    assertThat(map.placeOf("list")).hasToString("a.yaml:3");
    assertThat(map.items("list").get(1).place()).hasToString("a.yaml:5");
    assertThat(map.get("text").place().line()).isEqualTo(6);
    assertThat(map.text("text")).isEqualTo("one\ntwo\n");
    assertThat(map.values().keySet()).containsExactly("a", "list", "text");
  }

  @Test
  void shouldLeaveScalarsAsWrittenUntilSomebodyAsks() {
    YamlMap map = read("a: 010\nb: NO\nc: +1\nd: true\ne: highest_first\nf: ''\n");

    assertThat(map.text("a")).isEqualTo("010");
    assertThat(map.text("b")).isEqualTo("NO");
    assertThat(map.integer("c")).isEqualTo(1);
    assertThat(map.flag("d", false)).isTrue();
    assertThat(map.flag("absent", true)).isTrue();
    assertThat(map.text("f")).isEmpty();
    assertThat(map.constant("d", Answer.class)).isEqualTo(Answer.TRUE);
  }

  private enum Answer {
    TRUE,
    NOT_SO
  }

  @Test
  void shouldTakeAnyCaseAndEitherStrokeInConstants() {
    assertThat(read("a: not-so").constant("a", Answer.class)).isEqualTo(Answer.NOT_SO);
    assertThat(read("a: Not_So").constant("a", Answer.class)).isEqualTo(Answer.NOT_SO);
    assertThatThrownBy(() -> read("a: not-s").constant("a", Answer.class))
        .hasMessage("a.yaml:1: unknown value 'not-s'; did you mean 'not-so'?");
  }

  @Test
  void shouldTakeOneValueForAListOfOne() {
    assertThat(read("a: x").texts("a")).containsExactly("x");
    assertThat(read("a: [x, y]").texts("a")).containsExactly("x", "y");
    assertThat(read("a: x").texts("b")).isEmpty();
  }

  @Test
  void shouldPutInWhatAnAliasStandsFor() {
    YamlMap map = read("a: &here { x: 1 }\nb: *here\n");

    assertThat(map.get("b").asMap().text("x")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | a.yaml:1: the file is empty",
        "a: 1\\na: 2              | a.yaml:2: key 'a' stands here twice",
        "a: 1\\nb:                | a.yaml:2: a value is missing here",
        "a: [1                    | a.yaml:1: no valid YAML: ",
        "a: 1\\nb: 2: 3           | a.yaml:2: no valid YAML: ",
        "a: *nobody               | a.yaml:1: no valid YAML: ",
        "? [a]\\n: 1              | a.yaml:1: a key is a single value",
        "[a]                      | a.yaml:1: expected keys with values here, found a list",
      })
  void shouldRefuse(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void shouldSayWhatWasExpected() {
    YamlMap map = read("a: { b: 1 }\nc: x\n");

    assertThatThrownBy(() -> map.text("a"))
        .hasMessage("a.yaml:1: expected a single value here, found keys with values");
    assertThatThrownBy(() -> map.integer("c"))
        .hasMessage("a.yaml:2: expected a whole number, found 'x'");
    assertThatThrownBy(() -> map.flag("c", true))
        .hasMessage("a.yaml:2: expected true or false, found 'x'");
    assertThatThrownBy(() -> map.get("d")).hasMessage("a.yaml:1: key 'd' is missing");
    assertThatThrownBy(() -> map.only(List.of("a", "cc")))
        .hasMessage("a.yaml:2: unknown key 'c'; did you mean 'cc'?");
  }

  @Test
  void shouldNotGrowWithoutBoundOnAliases() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> read(laughs.toString())).isInstanceOf(DefinitionException.class);
  }
}
