package org.kuroshio.ingest.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.format.ReadLimits;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.source.JsonDocumentFormat;
import org.kuroshio.ingest.source.XmlFormat;

class BodyValuesTest {
  private static final String JSON =
      """
      {"results":[{"total":1},{"id":"b"}],"meta":{"total":17,"next":null,"deep":{"x":"y"}},"ok":false}
      """;
  private static final String XML =
      """
      <?xml version="1.0"?><o:world xmlns:o="urn:o"><o:search count="10000"><o:query>x<b/></o:query>
      <other><deep/></other><o:totals><n>5</n></o:totals></o:search></o:world>
      """;

  private final RecordReaders readers = new RecordReaders(ReadLimits.USUAL);

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          /meta/total,      17
          /results/1/id,    b
          /results/*/id,    b
          /*/total,         17
          /meta/*/x,        y
          /ok,              false
          /meta/next,       none
          /meta/missing,    none
          /results/7/id,    none
          /meta/deep,       ''
          """)
  void shouldFindValuesInJson(String pointer, String expected) {
    BodyValues values = readers.values(new JsonDocumentFormat());

    assertThat(values.find(JSON.getBytes(StandardCharsets.UTF_8), JsonPointer.compile(pointer)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          /world/search/@count,   10000
          /*/search/@count,       10000
          /*/*/totals/n,          5
          /world/search/query,    x
          /world/search/missing,  none
          /else/search/@count,    none
          """)
  void shouldFindValuesInXml(String pointer, String expected) {
    BodyValues values = readers.values(new XmlFormat("r", java.util.Set.of()));

    assertThat(values.find(XML.getBytes(StandardCharsets.UTF_8), JsonPointer.compile(pointer)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({"{ oops", "'{\"a\":'", "''"})
  void shouldFindNothingInWhatIsBroken(String body) {
    BodyValues values = readers.values(new JsonDocumentFormat());

    assertThat(values.find(body.getBytes(StandardCharsets.UTF_8), JsonPointer.compile("/a/b")))
        .isEmpty();
  }
}
