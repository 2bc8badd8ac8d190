package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.patent.Application;

class PatentsViewTest {
  @TempDir Path folder;

  @Test
  void shouldReadTheExample() {
    EngineRun run = EngineRun.of("patentsview", Examples.FOLDER.resolve("patentsview"));

    Map<String, Application> patents = byNumber(run);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.skipped).isEmpty();
    assertThat(regions(patents.get("99000001"), PartyRole.INVENTOR))
        .containsExactly("US-CA", "US-TX", "JP-13");
    assertThat(patents.get("99000001").getGrantedOn().getLabel()).isEqualTo("2024-03-05");
    assertThat(patents.get("99000001").getKindCode()).isEqualTo("B");
    assertThat(patents.get("99000001").getClasses()).containsExactly("G01N21/00", "G01N33/18");
    assertThat(patents.get("D9900001").getKindCode()).isEqualTo("S1");
    assertThat(patents.get("99000004").getGrantedOn()).isNull();
    assertThat(regions(patents.get("99000004"), PartyRole.INVENTOR)).containsExactly("ZZ");
  }

  @Test
  void shouldKeepTheNamesOfOrganisationsOnly() {
    EngineRun run = EngineRun.of("patentsview", Examples.FOLDER.resolve("patentsview"));

    List<String> names =
        Examples.entities(run, Application.class).stream()
            .flatMap(patent -> patent.getParties().stream())
            .map(party -> party.getOrganisationName())
            .filter(name -> name != null)
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrder("Example Sensors, Inc.", "Example University of Technology");
  }

  @Test
  void shouldFindTheDateWhereverTheSideFileStands() {
    SourceFiles files = new SourceFiles(folder);
    files.text("a.json", "{\"patents\":[{\"patent_id\":\"1\",\"inventors\":[]}]}");
    files.text("sub/zz-dates.csv", "x,patent_date,patent_id\n0,2024-05-07,1\n");

    Application patent = byNumber(EngineRun.of("patentsview", folder)).get("1");

    assertThat(patent.getGrantedOn().getLabel()).isEqualTo("2024-05-07");
  }

  @Test
  void shouldRejectAnswersOfAnotherKindAndGoOn() {
    SourceFiles files = new SourceFiles(folder);
    files.text("a.json", "{\"error\":false,\"count\":1,\"assignees\":[{\"assignee_id\":\"x\"}]}");
    files.text("b.json", "<!doctype html>\n<title>Server Error (500)</title>");
    files.text("c.json", "{\"error\":false,\"count\":0,\"total_hits\":0,\"patents\":[]}");
    files.text("d.json", "{\"patents\":[{\"patent_id\":\"1\"}]}");

    EngineRun run = EngineRun.of("patentsview", folder);

    assertThat(run.rejections())
        .extracting(r -> r.getReason())
        .containsExactly("no-records", "broken-json");
    assertThat(run.keys()).containsExactly("uspto:1");
    assertThat(run.addsUp()).isTrue();
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldReadEveryPatentOfTheSamplesWithItsDate() {
    EngineRun run = EngineRun.of("patentsview", Examples.SAMPLES.resolve("patentsview"));

    Map<String, Application> patents = byNumber(run);

    assertThat(patents).hasSize(1_200);
    assertThat(patents.values()).allMatch(patent -> patent.getGrantedOn() != null);
    assertThat(patents.values()).allMatch(patent -> !regions(patent, PartyRole.INVENTOR).isEmpty());
    assertThat(run.rejections()).extracting(r -> r.getReason()).containsOnly("no-records");
    assertThat(run.rejections()).hasSize(3);
    assertThat(run.skipped).singleElement().asString().endsWith("bug-ipc-500.txt");
    assertThat(run.addsUp()).isTrue();
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }

  private static Map<String, Application> byNumber(EngineRun run) {
    Map<String, Application> patents = new TreeMap<>();
    Examples.entities(run, Application.class).forEach(p -> patents.put(p.getNumber(), p));
    return patents;
  }

  private static List<String> regions(Application patent, PartyRole role) {
    return patent.getParties().stream()
        .filter(party -> party.getRole() == role)
        .map(party -> party.getRegion())
        .toList();
  }
}
