package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;

class NsfAwardsTest {
  private static final Path EXAMPLES = Examples.FOLDER.resolve("nsf-awards");

  @TempDir Path folder;

  private static String award(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name), StandardCharsets.UTF_8);
  }

  private EngineRun read(String document) {
    new SourceFiles(folder).text("award.xml", document);
    return EngineRun.of("nsf-awards", folder);
  }

  @Test
  void shouldMakeAProjectAndItsFundingOfAnAward() {
    EngineRun run = EngineRun.of("nsf-awards", EXAMPLES.resolve("9900001.xml"));

    Project project = Examples.entities(run, Project.class).get(0);
    Funding funding = Examples.entities(run, Funding.class).get(0);
    Party lead = project.getParties().get(0);

    assertThat(run.keys()).containsExactly("nsf:9900001", "nsf:9900001:funding");
    assertThat(project.getSelectedOn().getLabel()).isEqualTo("2017-06-19");
    assertThat(project.getEnd().getLabel()).isEqualTo("2020-06-30");
    assertThat(lead.getRegion()).isEqualTo("US-CA");
    assertThat(lead.getSector()).isEqualTo(Sector.ACADEMIA);
    assertThat(lead.getOrganisationName()).isEqualTo("Example University");
    assertThat(funding.getMoney().getAmount()).isEqualByComparingTo("250000");
    assertThat(funding.getMoney().getCurrency()).isEqualTo("USD");
  }

  @Test
  void shouldTakeAnAmendmentForANewerStateOfTheAward() throws IOException {
    String amended = award("9900001.xml").replace("08/02/2018", "08/03/2018");

    EngineRun run = read(award("9900001.xml"));
    EngineRun later = read(amended);

    assertThat(version(later)).isEqualTo(version(run) + 1);
  }

  private static long version(EngineRun run) {
    return (long)
        ((org.apache.avro.generic.GenericRecord) run.events().get(0).envelope().orElseThrow())
            .get("version");
  }

  @Test
  void shouldKeepNoNameOfAPersonWhoIsFunded() {
    EngineRun run = EngineRun.of("nsf-awards", EXAMPLES.resolve("9900002.xml"));

    Project project = Examples.entities(run, Project.class).get(0);

    assertThat(project.getParties().get(0).getOrganisationName()).isNull();
    assertThat(project.getParties().get(0).getRegion()).isEqualTo("CA-ZZ");
    assertThat(project.getLabels()).isEmpty();
  }

  @Test
  void shouldRejectWhatCanNotBe() throws IOException {
    String award = award("9900001.xml");

    assertThat(read(award.replace(">250000<", ">-250000<")).reasons())
        .containsExactly("record 1: negative-amount");
    assertThat(read(award.replace("06/19/2017</Min", "13/40/2017</Min")).reasons())
        .containsExactly("record 1: bad-date");
    assertThat(read(award.replace("<StateCode>CA", "<StateCode>XX")).reasons())
        .containsExactly("record 1: unknown-region");
    assertThat(read(award.replace("United States", "Atlantis")).reasons())
        .containsExactly("record 1: unknown-country");
    assertThat(read(award.replace("</Institution>", "</Institution><Institution/>")).reasons())
        .containsExactly("record 1: undeclared-array");
    assertThat(read(award.replace("</Institution>", "")).reasons())
        .containsExactly("record 1 and what follows: broken-xml");
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldCountAwardsAndDollarsOfEachState() throws IOException {
    Path samples = Examples.SAMPLES.resolve("nsf");
    EngineRun run = EngineRun.of("nsf-awards", samples.resolve("awards-2017.tar.gz"));
    Map<String, Long> awards = new TreeMap<>();
    Map<String, BigDecimal> dollars = new TreeMap<>();
    for (Project project : Examples.entities(run, Project.class)) {
      awards.merge(project.getParties().get(0).getRegion(), 1L, Long::sum);
    }
    for (Funding funding : Examples.entities(run, Funding.class)) {
      String region = funding.getParties().get(0).getRegion();
      dollars.merge(region, funding.getMoney().getAmount(), BigDecimal::add);
    }

    assertThat(run.rejections()).isEmpty();
    // one award stands in two files of the same bytes
    assertThat(run.published()).isEqualTo(3_999);
    assertThat(run.known).isEqualTo(1);
    assertThat(awards).containsEntry("CA-ZZ", 3L).containsEntry("BM-ZZ", 2L);
    List<String> lines = Files.readAllLines(samples.resolve("expected-by-state.csv"));
    long states = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[0].startsWith("US-")) {
        states += Long.parseLong(cells[1]);
        assertThat(awards).as(cells[0]).containsEntry(cells[0], Long.parseLong(cells[1]));
        assertThat(dollars.get(cells[0])).as(cells[0]).isEqualByComparingTo(cells[2]);
      }
    }
    assertThat(states).isEqualTo(3_994);
    assertThat(awards.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(3_999);
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }
}
