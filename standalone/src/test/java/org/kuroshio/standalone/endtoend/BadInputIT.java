package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong ends in one clear message; what is right beside it is still used. */
class BadInputIT {
  private static final String GOOD_ROW = row("7010111110037", "2026-04-01", "13");

  @TempDir Path temp;
  private Kuroshio kuroshio;

  @BeforeEach
  void chooseDirectory() {
    kuroshio = new Kuroshio(temp.resolve("data"));
  }

  @Test
  void shouldRefuseAMissingFileBeforeAnythingIsMade() {
    Kuroshio.Result result = kuroshio.load("nta-diff", temp.resolve("nowhere.csv"));
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("nowhere.csv").doesNotContain("\tat ");
    assertThat(kuroshio.data()).doesNotExist();
  }

  @Test
  void shouldNameTheNearestSourceAndIndicatorAndRegion() {
    assertThat(Kuroshio.plain("load", "nta-dif").err()).contains("nta-diff");
    assertThat(table("company.creatd", "JP", "2026").err()).contains("company.created");
    assertThat(table("company.created", "Tokio", "2026").status()).isEqualTo(1);
    assertThat(table("company.created", "JP", "2017-13-40"))
        .matches(result -> result.status() == 2)
        .matches(result -> result.err().contains("2017-13-40"));
  }

  @Test
  void shouldRejectBadRowsWithTheirLinesAndUseTheRest() throws IOException {
    // Given
    Path file =
        Files.write(
            temp.resolve("diff_20260401.csv"),
            List.of(
                GOOD_ROW,
                "2,7010111110038,01,0,2026-04-01",
                row("7010111110039", "2026-04-01", "48"),
                row("7010111110040", "2017-13-40", "13"),
                row("7010111110041", "2026-04-01", "12")));

    // When
    Kuroshio.Result result = kuroshio.loaded("nta-diff", file);

    // Then
    assertThat(result.reported("records read")).isEqualTo(5);
    assertThat(result.reported("rejected")).isEqualTo(3);
    assertThat(result.err())
        .contains("line 2")
        .contains("line 3")
        .contains("48")
        .contains("line 4")
        .contains("kuroshio rejected list");
    assertThat(kuroshio.value("company.created", "JP", "2026-04-01", "JP")).isEqualTo("2");
    assertThat(kuroshio.run("rejected", "list", "--format", "csv").out().lines()).hasSize(4);
  }

  @Test
  void shouldSayWhichFileIsNotInTheCharsetOfItsSource() throws IOException {
    // Given
    Path definition =
        Files.writeString(
            temp.resolve("strict.yaml"),
            """
            source: strict
            titles: { en: Strict }
            licence: none
            transport: { files: { patterns: ["*.csv"] } }
            format: { csv: { header: true } }
            personal: none
            entity: Project
            key: "strict:${projectId}"
            mapping: { inline: '{ "projectId": .id, "@publishedAt": "2017-04-01T00:00:00Z" }' }
            """);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id\nA".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    Path file = Files.write(temp.resolve("latin.csv"), bytes.toByteArray());

    // When
    Kuroshio.Result result = kuroshio.load(definition.toString(), file);

    // Then
    assertThat(result.status()).as(result.err()).isEqualTo(1);
    assertThat(result.err()).contains("latin.csv").containsPattern("byte 4\\b");
  }

  @Test
  void shouldReadOnBehindABrokenDocumentInAnArchive() throws IOException {
    // Given
    Path examples = Samples.EXAMPLES.resolve("nsf-awards");
    Path archive = temp.resolve("awards.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      add(zip, "1.xml", Files.readString(examples.resolve("9900001.xml")));
      add(zip, "2.xml", "<rootTag><Award><AwardID>9900002</AwardID>");
      add(zip, "3.xml", Files.readString(examples.resolve("9900002.xml")));
    }

    // When
    Kuroshio.Result result = kuroshio.load("nsf-awards", archive);

    // Then
    assertThat(result.reported("rejected")).isEqualTo(1);
    assertThat(result.err()).contains("2.xml").contains("broken-xml");
    assertThat(kuroshio.value("program.projects.awarded", "WORLD", "TD", "WORLD")).isEqualTo("2");
  }

  @Test
  void shouldRejectANegativeAmount() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("events.jsonl"),
            """
            {"entityId": "f:1", "publishedAt": "2017-04-03T09:00:00Z", "entity": {"Funding": {"fundingId": "1", "committedOn": "2017-04-01", "money": {"amount": "-5", "currency": "JPY", "status": "COMMITTED"}, "parties": [{"role": "LEAD", "region": "JP-13"}]}}}
            """);
    Kuroshio.Result result = kuroshio.loaded("events", file);
    assertThat(result.reported("rejected")).isEqualTo(1);
    assertThat(result.err()).contains("line 1").contains("amount").contains("-5");
  }

  @Test
  void shouldStopAWrongDefinitionBeforeAnythingIsMade() throws IOException {
    Path unknownKey = Files.writeString(temp.resolve("a.yaml"), "source: a\ntitel: { en: A }\n");
    Kuroshio.Result result = kuroshio.load(unknownKey.toString(), temp);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("a.yaml:2").contains("titel");
    assertThat(kuroshio.data()).doesNotExist();
    assertThat(Kuroshio.plain("sources", "check", unknownKey.toString()).status()).isEqualTo(1);
  }

  @Test
  void shouldNameTheFieldThatAnIndicatorCannotHave() throws IOException {
    Path definitions =
        Files.writeString(
            temp.resolve("mine.yaml"),
            Files.readString(Path.of("../indicators/src/main/resources/catalogue/register.yaml"))
                .replace("company.created", "my.created")
                .replace("company.terminated", "my.terminated")
                .replace("RegistryChange", "RegistryChang"));
    Kuroshio.Result result = Kuroshio.plain("indicators", "check", definitions.toString());
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("mine.yaml:").contains("RegistryChange");
  }

  @Test
  void shouldRefuseAnotherNumberOfPartitions() throws IOException {
    Path file = Files.writeString(temp.resolve("diff_20260401.csv"), GOOD_ROW + "\n");
    kuroshio.loaded("nta-diff", file);
    Kuroshio.Result result =
        kuroshio.run("load", "nta-diff", "--input", file.toString(), "--partitions", "7");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("innovation.ventures has 4 partitions, needs 7");
  }

  @Test
  void shouldTellWrongUsageFromFailure() {
    assertThat(Kuroshio.plain("load").status()).isEqualTo(2);
    assertThat(Kuroshio.plain("tabel").status()).isEqualTo(2);
    assertThat(Kuroshio.plain("table", "company.created").err()).contains("--group");
    assertThat(Kuroshio.plain().status()).isEqualTo(2);
    assertThat(table("company.created", "JP", "2026"))
        .matches(result -> result.status() == 1)
        .matches(result -> result.err().contains("load a source first"));
  }

  private Kuroshio.Result table(String indicator, String group, String period) {
    return kuroshio.run("table", indicator, "--group", group, "--period", period);
  }

  private static String row(String number, String day, String prefecture) {
    return "1,%s,01,0,%s,%s,\"name\",,301,\"p\",\"c\",\"s\",,%s,101,0000000,,,,,,,2015-10-05,1,,,,,\"f\",0"
        .formatted(number, day, day, prefecture);
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
