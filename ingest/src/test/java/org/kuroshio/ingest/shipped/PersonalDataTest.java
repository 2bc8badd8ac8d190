package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.message.Message;
import org.slf4j.LoggerFactory;

/**
 * Law 8: what a source drops is nowhere in what it publishes, rejects or logs, also where the
 * record around it is broken.
 */
class PersonalDataTest {
  private static final String MARK = "Zz9SecretPerson";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> logs = new ListAppender<>();

  @BeforeEach
  void listen() {
    logs.start();
    root().setLevel(Level.TRACE);
    root().addAppender(logs);
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(logs);
    root().setLevel(Level.WARN);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** Marks every value that a source drops. */
  private static String marked(String text, String pattern) {
    Matcher values = Pattern.compile(pattern).matcher(text);
    StringBuilder marked = new StringBuilder();
    while (values.find()) {
      values.appendReplacement(marked, "$1" + MARK + "$3");
    }
    return values.appendTail(marked).toString();
  }

  private void assertUnseen(EngineRun run) {
    List<String> seen = new ArrayList<>();
    for (Message message : run.messages()) {
      seen.add(message.key());
      seen.add(new String(message.value(), StandardCharsets.UTF_8));
    }
    run.rejections().forEach(rejection -> seen.add(rejection.toString()));
    logs.list.forEach(event -> seen.add(event.getFormattedMessage()));
    assertThat(seen).noneMatch(text -> text.contains(MARK));
  }

  @Test
  void shouldKeepInvestigatorsAndOfficersOfAwardsToItself() throws IOException {
    String elements =
        "FirstName|LastName|EmailAddress|RoleCode|SignBlockName|AbstractNarration|ZipCode|PhoneNumber|StreetAddress|CityName";
    String award = Files.readString(Examples.FOLDER.resolve("nsf-awards/9900001.xml"));
    String marked = marked(award, "(<(?:" + elements + ")>)([^<]+)(</)");
    SourceFiles files = new SourceFiles(folder);
    files.text("sound.xml", marked);
    files.text("badamount.xml", marked.replace(">250000<", ">much<"));
    files.text("cut.xml", marked.substring(0, marked.length() / 2));
    files.text("unclosed.xml", marked.replace("</LastName>", "</Lastname>"));
    files.text("person.xml", marked.replace("Example University", MARK + "               Zoe"));

    EngineRun run = EngineRun.of("nsf-awards", folder);

    assertThat(marked).contains("<LastName>" + MARK + "</LastName>");
    assertThat(run.keys()).contains("nsf:9900001");
    assertThat(run.rejections()).hasSize(3);
    assertUnseen(run);
  }

  @Test
  void shouldKeepInventorsToItself() throws IOException {
    String fields =
        "inventor|inventor_id|inventor_name_first|inventor_name_last|inventor_gender_code|inventor_location_id|inventor_city|assignee|assignee_id|assignee_individual_name_first|assignee_individual_name_last|assignee_location_id|assignee_city";
    String answer = Files.readString(Examples.FOLDER.resolve("patentsview/example-grants.json"));
    String marked = marked(answer, "(\"(?:" + fields + ")\": \")([^\"]+)(\")");
    SourceFiles files = new SourceFiles(folder);
    files.text("sound.json", marked);
    files.text("badstate.json", marked.replace("\"CA\"", "\"QQ\""));
    files.text("cut.json", marked.substring(0, marked.indexOf(MARK) + MARK.length()));
    files.text(
        "person.json",
        marked.replace(
            "\"assignee_organization\": null", "\"assignee_organization\": \"" + MARK + "\""));

    EngineRun run = EngineRun.of("patentsview", folder);

    assertThat(marked).contains("\"inventor_name_last\": \"" + MARK + "\"");
    assertThat(run.keys()).contains("uspto:99000001");
    assertThat(run.rejections()).isNotEmpty();
    assertUnseen(run);
  }

  @Test
  void shouldKeepNamesAndAddressesOfTheRegisterToItself() throws IOException {
    List<String> rows;
    try (Stream<String> lines =
        Files.lines(Examples.FOLDER.resolve("nta-diff/diff_20260401.csv"))) {
      rows = lines.map(line -> line.replaceAll("\"[^\"]+\"", "\"" + MARK + "\"")).toList();
    }
    List<String> all = new ArrayList<>(rows);
    all.add(rows.get(0).replace(",13,101,", ",48,101,"));
    all.add(rows.get(0) + ",\"" + MARK + "\"");
    all.add(rows.get(0).replace("\"" + MARK + "\",,301", "\"" + MARK + "\"x,,301"));
    all.add(rows.get(0).replace("2026-04-01", "2026-04-99"));
    new SourceFiles(folder).text("diff_20260401.csv", String.join("\n", all));

    EngineRun run = EngineRun.of("nta-diff", folder);

    assertThat(rows.get(0)).contains(MARK);
    assertThat(run.keys()).hasSize(41);
    assertThat(run.rejections()).hasSize(4);
    assertUnseen(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nsf-api",
        "nih-reporter",
        "gbizinfo",
        "epo-ops",
        "kaken",
        "uspto-odp",
        "uspto-grants"
      })
  void shouldKeepThePeopleInAnswersOfServicesToItself(String source) throws IOException {
    Pattern people =
        Pattern.compile("(?i)\\b(Ada|Chiyo|Zoe|Olivia)\\b|ada@example|見本[ 　]太郎|ミホンギケン");
    Path answers = Examples.FOLDER.resolve(source);
    StringBuilder said = new StringBuilder();
    try (Stream<Path> files = Files.list(answers)) {
      for (Path file : files.toList()) {
        said.append(Files.readString(file));
      }
    }

    EngineRun run = EngineRun.of(source, answers);

    assertThat(people.matcher(said).find()).as("there are people in the answers").isTrue();
    assertThat(run.keys()).isNotEmpty();
    List<String> seen = new ArrayList<>();
    run.messages().forEach(m -> seen.add(new String(m.value(), StandardCharsets.UTF_8)));
    run.rejections().forEach(rejection -> seen.add(rejection.toString()));
    logs.list.forEach(event -> seen.add(event.getFormattedMessage()));
    assertThat(seen).noneMatch(text -> people.matcher(text).find());
  }

  @Test
  void shouldKeepBytesOnlyWhereThereIsNothingPersonalByDeclaration() {
    Path definitions = folder.resolve("definitions");
    SourceFiles data = new SourceFiles(folder.resolve("data"));
    data.text("a.csv", "id,region,value\nx,JP-48,1\ny\n");
    SourceFiles definition = new SourceFiles(definitions);

    EngineRun open = EngineRun.of(definition.read(), folder.resolve("data"));
    EngineRun closed =
        EngineRun.of(definition.with("personal", "[]").read(), folder.resolve("data"));

    assertThat(open.rejections())
        .extracting(r -> StandardCharsets.UTF_8.decode(r.getBytes().duplicate()).toString())
        .containsExactly("x,JP-48,1\n", "y\n");
    assertThat(closed.rejections()).hasSize(2).allMatch(r -> r.getBytes() == null);
  }
}
