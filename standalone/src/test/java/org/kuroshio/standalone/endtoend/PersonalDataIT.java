package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Law 8: what a source calls personal is nowhere, not even where the record was rejected. */
class PersonalDataIT {
  @TempDir Path temp;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EverythingKept kept = new EverythingKept();
  private Kuroshio kuroshio;
  private int tokens;

  @BeforeEach
  void measure() {
    Metrics.addRegistry(meters);
    kuroshio = new Kuroshio(temp.resolve("data"));
  }

  @AfterEach
  void stopMeasuring() {
    Metrics.removeRegistry(meters);
  }

  @Test
  void shouldLeaveNoTraceOfPersonalFieldsOfGoodAndBadRecords() throws IOException {
    // When
    load("nta-diff", "diff_20260401.csv", register());
    load("nsf-awards", "award.xml", award("07/12/2017", "</Award>"));
    load("nsf-awards", "bad-date.xml", award("17/12/2017", "</Award>"));
    load("nsf-awards", "broken.xml", award("07/12/2017", "</Awa"));
    load("patentsview", "grants.json", grants());
    load("events", "events.jsonl", events());
    kept.addDirectory(kuroshio.data());
    kept.addMeters(meters);

    // Then
    assertThat(kept.names())
        .contains(
            "topic innovation.ventures",
            "topic innovation.programs",
            "topic innovation.patents",
            "topic innovation.rejected",
            "logs/kuroshio.log",
            "connect/offsets",
            "meters");
    assertThat(kept.placesOf("7010111110037")).contains("topic innovation.ventures");
    assertThat(tokens).isGreaterThan(40);
    for (int i = 0; i < tokens; i++) {
      assertThat(kept.placesOf(token(i))).as(token(i)).isEmpty();
    }
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("org.kuroshio.standalone.endtoend.Samples#exist")
  void shouldLeaveNoTraceOfRealInventors() throws IOException {
    // Given
    Path answers = Samples.ROOT.resolve("patentsview/eq-message.json");
    Set<String> inventors = new TreeSet<>();
    new ObjectMapper()
        .readTree(answers.toFile())
        .findValues("inventor_id")
        .forEach(id -> inventors.add(id.asText()));

    // When
    Kuroshio.Result result = kuroshio.load("patentsview", answers);
    kept.add("output", result.out() + result.err());
    kept.addDirectory(kuroshio.data());

    // Then
    assertThat(inventors).hasSizeGreaterThan(500);
    assertThat(inventors).allSatisfy(id -> assertThat(kept.placesOf(id)).isEmpty());
  }

  private void load(String source, String name, String content) throws IOException {
    Path file = Files.writeString(temp.resolve(name), content);
    Kuroshio.Result result = kuroshio.load(source, file);
    kept.add("output", result.out() + result.err());
  }

  /** A word that occurs nowhere else. */
  private String person() {
    return token(tokens++);
  }

  private static String token(int number) {
    return "Qzx%03dPersonQzx".formatted(number);
  }

  /** One good row, one with a bad date, one with a bad prefecture, one that is too short. */
  private String register() {
    List<String> rows = new ArrayList<>();
    for (String[] wrong :
        new String[][] {{"2026-04-01", "13"}, {"2026-13-40", "13"}, {"2026-04-01", "99"}}) {
      rows.add(
          "1,7010111110037,01,0,%s,2026-03-20,%s,%s,301,%s,%s,%s,%s,%s,101,%s,%s,,,,,%s,2015-10-05,1,%s,%s,%s,%s,%s,0"
              .formatted(
                  wrong[0], person(), person(), person(), person(), person(), person(), wrong[1],
                  person(), person(), person(), person(), person(), person(), person(), person()));
    }
    rows.add("4,7010111110040,01,0,2026-04-01,2026-03-20," + person());
    return String.join("\n", rows) + "\n";
  }

  private String award(String date, String end) {
    return """
    <rootTag><Award><AwardTitle>Title</AwardTitle><AwardEffectiveDate>07/01/2017</AwardEffectiveDate>
    <AwardExpirationDate>12/31/2018</AwardExpirationDate><AwardAmount>5</AwardAmount>
    <ProgramOfficer><SignBlockName>%s</SignBlockName></ProgramOfficer>
    <AbstractNarration>%s</AbstractNarration><MinAmdLetterDate>%s</MinAmdLetterDate>
    <AwardID>1745798</AwardID><Investigator><FirstName>%s</FirstName><LastName>%s</LastName>
    <EmailAddress>%s</EmailAddress></Investigator><Institution><Name>University</Name>
    <CityName>%s</CityName><ZipCode>%s</ZipCode><PhoneNumber>%s</PhoneNumber>
    <StreetAddress>%s</StreetAddress><CountryName>United States</CountryName>
    <StateName>Indiana</StateName><StateCode>IN</StateCode></Institution>%s
    </rootTag>
    """
        .formatted(
            person(), person(), date, person(), person(), person(), person(), person(), person(),
            person(), end);
  }

  /** One good patent and one whose date is none. */
  private String grants() {
    List<String> patents = new ArrayList<>();
    for (String date : List.of("2005-01-04", "2005-14-04")) {
      patents.add(
          """
          {"patent_id": "9%d", "patent_title": "T", "patent_date": "%s",
           "inventors": [{"inventor": "%s", "inventor_id": "%s", "inventor_name_first": "%s",
             "inventor_name_last": "%s", "inventor_gender_code": "%s", "inventor_location_id": "%s",
             "inventor_city": "%s", "inventor_state": "CA", "inventor_country": "US"}],
           "assignees": [{"assignee": "%s", "assignee_id": "%s", "assignee_individual_name_first": "%s",
             "assignee_individual_name_last": "%s", "assignee_location_id": "%s", "assignee_city": "%s",
             "assignee_state": "CA", "assignee_country": "US", "assignee_type": "4"}],
           "attorneys": [{"name": "%s"}], "examiners": [{"name": "%s"}], "applicants": [{"name": "%s"}]}"""
              .formatted(
                  patents.size(),
                  date,
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person(),
                  person()));
    }
    return "{\"error\": false, \"patents\": [" + String.join(",\n", patents) + "]}";
  }

  /** People where our own envelope has no place for them: refused, and not repeated. */
  private String events() {
    return """
    {"entityId": "a:1", "publishedAt": "2017-04-03T09:00:00Z", "entity": {"Application": {"office": "JP", "number": "1", "parties": [{"role": "INVENTOR", "organisationName": "%s", "region": "JP-13"}]}}}
    {"entityId": "a:2", "publishedAt": "2017-04-03T09:00:00Z", "entity": {"Application": {"office": "JP", "number": "2", "parties": [{"role": "INVENTOR", "organisationId": "%s", "region": "JP-13"}]}}}
    """
        .formatted(person(), person());
  }
}
