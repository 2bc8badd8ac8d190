package org.kuroshio.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.source.XmlFormat;

class XmlReaderTest {
  private static final XmlFormat ITEMS = new XmlFormat("item", Set.of("tag"));

  @Test
  void shouldMakeATreeOfEachRecordElement() throws IOException {
    Records records =
        Records.of(
            ITEMS,
            """
            <?xml version="1.0"?>
            <x:list xmlns:x="urn:x">
              <head><item-count>2</item-count></head>
              <x:item id="1" x:lang="ja"><name> A &amp; B </name><empty/><tag>t</tag></x:item>
              <x:item><deep><p a="1">text</p></deep><tag>t</tag><tag>u</tag><![CDATA[ <raw> ]]></x:item>
            </x:list>
            """);

    assertThat(records.json())
        .containsExactly(
            "{\"@id\":\"1\",\"@lang\":\"ja\",\"name\":\"A & B\",\"tag\":[\"t\"]}",
            "{\"deep\":{\"p\":{\"@a\":\"1\",\"#text\":\"text\"}},\"tag\":[\"t\",\"u\"],\"#text\":\"<raw>\"}");
    assertThat(records.positions).containsExactly("record 1", "record 2");
  }

  @Test
  void shouldRejectARecordThatRepeatsWhatIsNotDeclaredAndGoOn() throws IOException {
    Records records =
        Records.of(
            ITEMS, "<l><item><a>1</a><a><b><c/></b></a><z/></item><item><a>2</a></item></l>");

    assertThat(records.problems).containsExactly("record 1: undeclared-array");
    assertThat(records.json()).containsExactly("{\"a\":\"2\"}");
  }

  @Test
  void shouldPassOverWhatIsSkippedWhateverRepeatsInIt() throws IOException {
    XmlFormat skipping = new XmlFormat("item", Set.of(), Set.of("cited"), false);

    Records records =
        Records.of(skipping, "<l><item><cited><x/><x/></cited><a>1</a><cited/></item></l>");

    assertThat(records.json()).containsExactly("{\"a\":\"1\"}");
  }

  @Test
  void shouldReadDocumentsOneBehindTheOtherAndLoseOnlyTheBrokenOne() throws IOException {
    XmlFormat many = new XmlFormat("item", Set.of(), Set.of(), true);
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<!DOCTYPE l SYSTEM \"l.dtd\" [ ]>\n"
            + "<l>%s</l>\n";

    Records records =
        Records.of(
            many,
            "\n"
                + document.formatted("<item><a>1</a></item>")
                + document.formatted("<item><a>2</b></item><item><a>3</a></item>")
                + document.formatted("<other/>")
                + document.formatted("<item><?xml-note ?><a>4</a></item>"));

    assertThat(records.json()).containsExactly("{\"a\":\"1\"}", "{\"a\":\"4\"}");
    assertThat(records.problems).containsExactly("record 2: broken-xml");
    assertThat(records.positions).containsExactly("record 1", "record 3");
    assertThat(records.cutOff).isFalse();
  }

  @Test
  void shouldKeepWhatStandsBeforeABreak() throws IOException {
    Records records =
        Records.of(ITEMS, "<l><item><a>1</a></item><item><a>2</b></item><item><a>3</a></item></l>");

    assertThat(records.json()).containsExactly("{\"a\":\"1\"}");
    assertThat(records.problems).containsExactly("record 2 and what follows: broken-xml");
    assertThat(records.cutOff).isTrue();
  }

  @Test
  void shouldNoticeThatADocumentIsCutOffBehindItsLastRecord() throws IOException {
    Records records = Records.of(ITEMS, "<l><item><a>1</a></item>");

    assertThat(records.json()).hasSize(1);
    assertThat(records.problems).containsExactly("record 2 and what follows: broken-xml");
  }

  @Test
  void shouldSayThatADocumentHasNoSuchElement() throws IOException {
    assertThat(Records.of(ITEMS, "<l><thing/></l>").problems)
        .containsExactly("record 1 and what follows: no-records");
    assertThat(Records.of(ITEMS, "<html><body>Server error").problems)
        .containsExactly("record 1 and what follows: broken-xml");
  }

  @Test
  void shouldNeverReadAnExternalEntity(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    String document =
        "<!DOCTYPE l [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><l><item><a>&e;</a></item></l>";

    Records records = Records.of(ITEMS, document);

    assertThat(records.json().toString()).doesNotContain("SECRET");
  }

  @Test
  void shouldNotExpandEntitiesWithoutEnd() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    laughs.append("]><l><item><a>&a39;</a></item></l>");

    Records records = Records.of(ITEMS, laughs.toString());

    assertThat(records.json().toString()).doesNotContain("haha");
  }

  @Test
  void shouldLeaveADoctypeAlone() throws IOException {
    Records records =
        Records.of(
            ITEMS,
            "<!DOCTYPE l SYSTEM \"http://localhost:1/nothing.dtd\"><l><item><a>1</a></item></l>");

    assertThat(records.json()).containsExactly("{\"a\":\"1\"}");
  }

  @Test
  void shouldRejectARecordThatIsTooDeepOrTooLargeAndGoOn() throws IOException {
    ReadLimits limits = new ReadLimits(1000, 20, 100, 5);
    String document =
        "<l><item>"
            + "<d>".repeat(2000)
            + "</d>".repeat(2000)
            + "</item><item><t>"
            + "x".repeat(200)
            + "</t></item><item><a>1</a></item></l>";

    Records records =
        Records.of(ITEMS, document.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8, limits);

    assertThat(records.problems)
        .containsExactly("record 1: record-too-large", "record 2: record-too-large");
    assertThat(records.json()).containsExactly("{\"a\":\"1\"}");
  }

  @Test
  void shouldReadTheSecondCharsetWhereTheDocumentNamesNone() throws IOException {
    Charset japanese = Charset.forName("windows-31j");
    byte[] bytes = "<l><item><a>見本</a></item></l>".getBytes(japanese);

    assertThat(Records.of(ITEMS, bytes, Records.strict(japanese)).json())
        .containsExactly("{\"a\":\"見本\"}");
  }
}
