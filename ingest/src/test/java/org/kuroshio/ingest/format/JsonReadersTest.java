package org.kuroshio.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.source.JsonArrayFormat;
import org.kuroshio.ingest.source.JsonDocumentFormat;
import org.kuroshio.ingest.source.JsonLinesFormat;

class JsonReadersTest {
  private static final JsonArrayFormat AT_TOP = new JsonArrayFormat(JsonPointer.empty());
  private static final JsonArrayFormat INSIDE =
      new JsonArrayFormat(JsonPointer.compile("/answer/1/items"));
  private static final JsonLinesFormat LINES = new JsonLinesFormat();

  @Test
  void shouldReadTheElementsOfAnArrayAnywhere() throws IOException {
    Records records =
        Records.of(
            INSIDE,
            "{\"n\":1,\"answer\":[{\"items\":[0]},{\"x\":{},\"items\":[{\"a\":1.50},{\"b\":[2]}]},3],\"z\":[4]}");

    assertThat(records.json()).containsExactly("{\"a\":1.50}", "{\"b\":[2]}");
    assertThat(records.positions).containsExactly("#/answer/1/items/0", "#/answer/1/items/1");
    assertThat(records.problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{}", "{\"answer\":{\"items\":[]}}", "{\"answer\":[1,{\"items\":2}]}", "3"})
  void shouldSayOnceThatADocumentIsOfAnotherKind(String document) throws IOException {
    Records records = Records.of(INSIDE, document);

    assertThat(records.problems).singleElement().asString().endsWith(": no-records");
    assertThat(records.trees).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1},{\"a\":2},{\"a\"",
        "[{\"a\":1},{\"a\":2},",
        "[{\"a\":1},{\"a\":2} x",
        "[{\"a\":1},{\"a\":2}"
      })
  void shouldKeepWhatStandsBeforeABreak(String document) throws IOException {
    Records records = Records.of(AT_TOP, document);

    assertThat(records.json()).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(records.problems).containsExactly("#/2 and what follows: broken-json");
    assertThat(records.cutOff).isTrue();
  }

  @Test
  void shouldNoticeThatADocumentIsCutOffBehindItsArray() throws IOException {
    Records records =
        Records.of(new JsonArrayFormat(JsonPointer.compile("/a")), "{\"a\":[{\"x\":1}],\"b\":");

    assertThat(records.json()).hasSize(1);
    assertThat(records.problems).containsExactly("#/a/1 and what follows: broken-json");
  }

  @Test
  void shouldRejectAnElementThatIsTooLargeAndGoOn() throws IOException {
    ReadLimits limits = new ReadLimits(1000, 5, 50, 3);
    String document =
        "[{\"a\":[1,2,3,4,5]},{\"a\":\""
            + "x".repeat(60)
            + "\"},[[[[1]]]],{\"a\":1e99999},{\"a\":1}]";

    Records records =
        Records.of(AT_TOP, document.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8, limits);

    assertThat(records.problems)
        .containsExactly(
            "#/0: record-too-large",
            "#/1: record-too-large",
            "#/2: record-too-large",
            "#/3: record-too-large");
    assertThat(records.json()).containsExactly("{\"a\":1}");
  }

  @Test
  void shouldLoseOnlyTheLineThatIsNoJson() throws IOException {
    Records records = Records.of(LINES, "{\"a\":1}\n\n{oops\n{\"a\":2} {\"a\":3}\r\n  {\"a\":4}");

    assertThat(records.json()).containsExactly("{\"a\":1}", "{\"a\":4}");
    assertThat(records.positions).containsExactly("line 1", "line 5");
    assertThat(records.problems).containsExactly("line 3: broken-json", "line 4: broken-json");
    assertThat(records.cutOff).isFalse();
  }

  @Test
  void shouldPassOverALineThatIsTooLong() throws IOException {
    ReadLimits limits = new ReadLimits(200_000, 1_000_000, 1_000_000, 10);
    String lines = "{\"a\":1}\n{\"a\":\"" + "x".repeat(700_000) + "\"}\n{\"a\":2}\n";

    Records records =
        Records.of(LINES, lines.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8, limits);

    assertThat(records.json()).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(records.problems).containsExactly("line 2: record-too-large");
    assertThat(records.positions).containsExactly("line 1", "line 3");
  }

  @Test
  void shouldTakeAWholeDocumentForOneRecord() throws IOException {
    Records records = Records.of(new JsonDocumentFormat(), " {\"a\": {\"b\": null}} ");

    assertThat(records.json()).containsExactly("{\"a\":{\"b\":null}}");
    assertThat(Records.of(new JsonDocumentFormat(), "{} {}").problems).hasSize(1);
    assertThat(Records.of(new JsonDocumentFormat(), "").positions).isEmpty();
  }

  @Test
  void shouldRefuseAMemberThatStandsTwice() throws IOException {
    assertThat(Records.of(LINES, "{\"a\":1,\"a\":2}").problems).hasSize(1);
  }
}
