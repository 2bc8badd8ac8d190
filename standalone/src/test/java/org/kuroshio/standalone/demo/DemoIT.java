package org.kuroshio.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.standalone.simulation.SimulatedEvent;
import org.kuroshio.standalone.simulation.Simulation;

/** The tests follow one another: the paper alone, a simulation killed, the same one again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
  private static final Pattern EVENTS = Pattern.compile("^([\\d,]+) simulated events to (\\S+),");
  private static final String[] SIMULATION = {"--seed", "5", "--rate", "300"};

  private Path paperAlone;
  private Path simulated;
  private IndicatorTable paper;

  @BeforeAll
  void chooseDirectories(@TempDir Path temp) {
    paperAlone = temp.resolve("paper");
    simulated = temp.resolve("simulated");
  }

  @Test
  @Order(1)
  void shouldShowThePaperAloneAndStopCleanly() throws Exception {
    // When
    List<String> lines;
    int status;
    try (ChildDemo demo = ChildDemo.start(paperAlone, "--no-simulation")) {
      demo.await(line -> line.startsWith("cut "));
      status = demo.terminate();
      lines = demo.lines();
    }

    // Then
    assertThat(status).isZero();
    assertThat(lines)
        .contains("paper: 2,060 records, 2,060 published, 0 already known, 0 rejected")
        .anyMatch(line -> line.matches("ready in \\d+\\.\\d s"))
        .anyMatch(line -> line.contains("simulation  none"))
        .anyMatch(
            line ->
                line.contains(
                    "| ventures FY2007 JP-KANTO11 744, 41.96 % of JP | now JP 1,773, JP-KANTO11"
                        + " 744, JP-13 428"))
        .endsWith("stopped");
    try (StoppedDemo demo = new StoppedDemo(paperAlone)) {
      paper = demo.tables();
    }
    assertThat(value(paper, "venture.stock", "", "JP-13", "FY2007")).isEqualByComparingTo("428");
    assertThat(value(paper, "venture.core_stock", "", "JP-KANTO11", "FY2007"))
        .isEqualByComparingTo("587");
    assertThat(value(paper, "venture.share_of_country", "JP", "JP-KANTO11", "FY2007"))
        .isEqualByComparingTo("0.419627749577");
    assertThat(value(paper, "venture.rank", "JP-KANTO11", "JP-12", "FY2007"))
        .isEqualByComparingTo("6");
  }

  @Test
  @Order(2)
  void shouldGoOnWhereAKilledDemoStopped() throws Exception {
    // Given
    long before;
    try (ChildDemo demo = ChildDemo.start(simulated, SIMULATION)) {
      before = events(demo.await(line -> events(line) > 1000));
      demo.kill();
    }

    // When
    long after;
    int status;
    List<String> lines;
    try (ChildDemo demo = ChildDemo.start(simulated, SIMULATION)) {
      after = events(demo.await(line -> events(line) > before + 2000 && hasMoved(line)));
      status = demo.terminate();
      lines = demo.lines();
    }

    // Then
    assertThat(status).isZero();
    assertThat(after).isGreaterThan(before + 2000);
    assertThat(lines)
        .contains("paper: 2,060 records, 0 published, 2,060 already known, 0 rejected")
        .anyMatch(line -> line.contains(" late discoveries, ") && line.contains(" licences, "));
    assertThat(lines)
        .filteredOn(line -> line.contains(" | ventures FY2007 "))
        .isNotEmpty()
        .allMatch(line -> line.contains(" | ventures FY2007 JP-KANTO11 744, 41.96 % of JP | now "));
  }

  @Test
  @Order(3)
  void shouldHaveSentEachEventOfTheSeedWhateverStoppedIt() {
    // Given
    Simulation simulation = new Simulation(5);

    // When
    Map<Long, SpecificRecord> sent = new TreeMap<>();
    try (StoppedDemo demo = new StoppedDemo(simulated)) {
      demo.events().stream()
          .filter(event -> ((GenericRecord) event).get("source").equals(Simulation.SOURCE))
          .forEach(event -> sent.merge(number(event), event, DemoIT::same));
    }

    // Then
    assertThat(sent.keySet())
        .containsExactlyElementsOf(LongStream.range(0, sent.size()).boxed().toList());
    sent.forEach(
        (number, event) -> {
          SimulatedEvent expected = simulation.next();
          assertThat(expected.number()).isEqualTo(number);
          assertThat(expected.event().value()).contains(event);
        });
  }

  @Test
  @Order(4)
  void shouldLeaveThePapersCellsAsPrintedWhileLaterOnesMove() {
    // When
    IndicatorTable tables;
    try (StoppedDemo demo = new StoppedDemo(simulated)) {
      tables = demo.tables();
    }

    // Then
    assertThat(PapersCells.of(tables)).hasSizeGreaterThan(300).isEqualTo(PapersCells.of(paper));
    assertThat(value(tables, "venture.stock", "", "JP", "FY2008"))
        .isGreaterThan(value(paper, "venture.stock", "", "JP", "FY2008"));
    assertThat(indicators(tables))
        .contains("techtransfer.disclosures", "techtransfer.licences_options", "venture.exits");
  }

  /** How many simulated events a line speaks of; -1 if of none. */
  private static long events(String line) {
    Matcher matcher = EVENTS.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1).replace(",", "")) : -1;
  }

  /** Whether the tables hold simulated facts. */
  private static boolean hasMoved(String line) {
    return line.contains(" s behind") && !line.contains("now JP 1,773,");
  }

  private static BigDecimal value(
      IndicatorTable tables, String indicator, String group, String region, String period) {
    return tables.cells(indicator, period, "").stream()
        .filter(cell -> cell.getGroup().equals(group) && cell.getRegion().equals(region))
        .map(cell -> new BigDecimal(cell.getValue()))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> indicators(IndicatorTable tables) {
    return tables.cells().stream().map(IndicatorValue::getIndicator).collect(Collectors.toSet());
  }

  private static long number(SpecificRecord event) {
    Provenance provenance = (Provenance) ((GenericRecord) event).get("provenance");
    return Long.parseLong(provenance.getPosition().replace("event ", ""));
  }

  private static SpecificRecord same(SpecificRecord one, SpecificRecord again) {
    assertThat(again).isEqualTo(one);
    return one;
  }
}
