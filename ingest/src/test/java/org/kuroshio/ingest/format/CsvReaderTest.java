package org.kuroshio.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.source.CsvFormat;

class CsvReaderTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final CsvFormat HEADED = csv(',', true, List.of());

  private static CsvFormat csv(char delimiter, boolean header, List<String> columns) {
    return new CsvFormat(
        delimiter, Optional.of('"'), header, columns, Optional.empty(), Optional.empty(), false);
  }

  @Test
  void shouldNameFieldsByTheHeaderAndLeaveOutEmptyOnes() throws IOException {
    Records records = Records.of(HEADED, "id,name,note\n1,a,\n2,\"\",c\n");

    assertThat(records.json())
        .containsExactly("{\"id\":\"1\",\"name\":\"a\"}", "{\"id\":\"2\",\"note\":\"c\"}");
    assertThat(records.positions).containsExactly("line 2", "line 3");
  }

  @Test
  void shouldKeepDelimitersQuotesAndLineEndsInsideQuotes() throws IOException {
    Records records = Records.of(HEADED, "a,b\r\n\"x,\r\n\"\"y\"\"\",2\r\n3,4");

    assertThat(records.json())
        .containsExactly("{\"a\":\"x,\\r\\n\\\"y\\\"\",\"b\":\"2\"}", "{\"a\":\"3\",\"b\":\"4\"}");
    assertThat(records.positions).containsExactly("line 2", "line 4");
  }

  @Test
  void shouldHashAndKeepTheBytesOfTheRow() throws IOException {
    Records records = Records.of(HEADED, "a,b\n1,\"2\"\n1,\"2\"\n1,2\n");

    assertThat(records.raw).containsExactly("1,\"2\"\n", "1,\"2\"\n", "1,2\n");
    assertThat(records.hashes.get(0)).isEqualTo(records.hashes.get(1)).hasSize(64);
    assertThat(records.hashes.get(2)).isNotEqualTo(records.hashes.get(0));
  }

  @Test
  void shouldRejectRowsOfTheWrongLengthAndGoOn() throws IOException {
    Records records = Records.of(HEADED, "a,b\n1\n1,2,3\n\n4,5\n");

    assertThat(records.problems)
        .containsExactly("line 2: too-few-columns", "line 3: too-many-columns");
    assertThat(records.positions).containsExactly("line 5");
    assertThat(records.cutOff).isFalse();
  }

  @Test
  void shouldLoseOnlyOneLineToAStrayOrAnOpenQuote() throws IOException {
    Records records = Records.of(HEADED, "a,b\n\"x\"y,2\n\"open,3\n4,5\n");

    assertThat(records.problems).containsExactly("line 2: stray-quote", "line 3: unclosed-quote");
    assertThat(records.positions).containsExactly("line 4");
  }

  @Test
  void shouldRejectARowThatIsTooLargeAndGoOn() throws IOException {
    String large = "x".repeat(200_000);
    byte[] bytes = ("a,b\n" + large + ",1\n2,3\n").getBytes(StandardCharsets.UTF_8);

    Records records =
        Records.of(HEADED, bytes, TextEncoding.UTF_8, new ReadLimits(150_000, 10, 10, 10));

    assertThat(records.problems.get(0)).isEqualTo("line 2: record-too-large");
    assertThat(records.json()).endsWith("{\"a\":\"2\",\"b\":\"3\"}");
  }

  @Test
  void shouldEndAtAHeaderWithoutARequiredColumn() throws IOException {
    Records records = Records.of(csv(',', true, List.of("id")), "idd,b\n1,2\n");

    assertThat(records.problems).containsExactly("line 1: missing-column");
    assertThat(records.cutOff).isTrue();
  }

  @Test
  void shouldPassOverCommentsWhateverTheirQuotes() throws IOException {
    CsvFormat commented =
        new CsvFormat(
            ';', Optional.of('"'), true, List.of(), Optional.of("#"), Optional.empty(), false);

    Records records = Records.of(commented, "# a;\"b\na;b\n# c;\"d\n1;2\n#");

    assertThat(records.json()).containsExactly("{\"a\":\"1\",\"b\":\"2\"}");
    assertThat(records.positions).containsExactly("line 4");
  }

  @Test
  void shouldPassOverTheRowsBeforeTheFirstRecord() throws IOException {
    CsvFormat skipping =
        new CsvFormat(
            ',',
            Optional.of('"'),
            false,
            List.of("a", "b"),
            Optional.empty(),
            Optional.empty(),
            false,
            1);

    assertThat(Records.of(skipping, "2026-04-01,1,1,1\n1,2\n").positions).containsExactly("line 2");
    assertThat(Records.of(skipping, "2026-04-01,0,1,1\n").trees).isEmpty();
  }

  @Test
  void shouldMakeListsOfNumberedColumns() throws IOException {
    CsvFormat nested =
        new CsvFormat(
            ',', Optional.of('"'), true, List.of(), Optional.empty(), Optional.empty(), true);

    Records records = Records.of(nested, "id,entity.P.list.0.x,entity.P.list.1.x\n1,a,b\n");

    assertThat(records.json())
        .containsExactly(
            "{\"id\":\"1\",\"entity\":{\"P\":{\"list\":[{\"x\":\"a\"},{\"x\":\"b\"}]}}}");
  }

  @Test
  void shouldHashARowAlikeWhateverItsCharsetAndQuotes() throws IOException {
    CsvFormat hashed =
        new CsvFormat(
            ',',
            Optional.of('"'),
            false,
            List.of("seq", "name", "latest"),
            Optional.empty(),
            Optional.of(List.of("seq", "latest")),
            false);
    String row = "1,\"見本\",1\n";
    String again = "9,見本,0\n";

    Records utf8 = Records.of(hashed, row);
    Records japanese = Records.of(hashed, again.getBytes(WINDOWS_31J), Records.strict(WINDOWS_31J));
    Records other = Records.of(hashed, "1,見木,1\n");

    String hash = utf8.trees.get(0).path("rowHash").asText();
    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(japanese.trees.get(0).path("rowHash").asText()).isEqualTo(hash);
    assertThat(other.trees.get(0).path("rowHash").asText()).isNotEqualTo(hash);
  }

  @Test
  void shouldRejectOnlyTheRowWithBytesThatAreNotOfTheCharset() throws IOException {
    byte[] bytes = "a,b\n1,見\n2,xx\n3,本\n".getBytes(WINDOWS_31J);
    int wrong = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xx");
    bytes[wrong] = (byte) 0xfd;

    Records strict = Records.of(HEADED, bytes, Records.strict(WINDOWS_31J));
    Records lenient =
        Records.of(HEADED, bytes, new TextEncoding(WINDOWS_31J, CodingErrorAction.REPLACE, 0));

    assertThat(strict.problems).containsExactly("line 3: undecodable");
    assertThat(strict.positions).containsExactly("line 2", "line 4");
    assertThat(lenient.trees.get(1).path("b").asText()).isEqualTo("\ufffdx");
  }

  @Test
  void shouldReadCharsetsWhoseBytesCanNotBeSearched() throws IOException {
    Charset utf16 = StandardCharsets.UTF_16LE;

    Records records = Records.of(HEADED, "a,b\n見,本\n".getBytes(utf16), Records.strict(utf16));

    assertThat(records.json()).containsExactly("{\"a\":\"見\",\"b\":\"本\"}");
  }

  /** The oracle is a reader of another making. */
  @Property
  void shouldReadAnyQuotedTextAsCommonsCsvDoes(@ForAll("tables") List<List<String>> rows)
      throws IOException {
    String text = written(rows);
    List<String> columns = IntStream.range(0, 3).mapToObj(i -> "c" + i).toList();
    List<List<String>> expected = new ArrayList<>();
    for (CSVRecord record : CSVFormat.RFC4180.parse(new StringReader(text))) {
      expected.add(record.toList());
    }

    Records records = Records.of(csv(',', false, columns), text);

    assertThat(records.problems).isEmpty();
    assertThat(records.trees.stream().map(tree -> fields(tree, columns)).toList())
        .isEqualTo(expected);
  }

  private static List<String> fields(JsonNode tree, List<String> columns) {
    return columns.stream().map(column -> tree.path(column).asText()).toList();
  }

  private static String written(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(String.join(",", row.stream().map(CsvReaderTest::quoted).toList()));
      text.append(row.hashCode() % 2 == 0 ? "\n" : "\r\n");
    }
    return text.toString();
  }

  private static String quoted(String field) {
    boolean needed = field.isEmpty() || field.matches("(?s).*[\",\r\n].*");
    return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.strings()
        .withChars("a,\"\n\r 見;\t")
        .ofMaxLength(6)
        .list()
        .ofSize(3)
        .list()
        .ofMaxSize(6);
  }
}
