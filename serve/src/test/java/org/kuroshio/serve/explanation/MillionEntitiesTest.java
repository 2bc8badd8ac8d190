package org.kuroshio.serve.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.CellScope;
import org.kuroshio.indicators.explain.Contributions;
import org.kuroshio.indicators.explain.Contributors;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.topic.Topics;

/** How long an answer takes in a running process that knows a million ventures. */
@EnabledIfSystemProperty(
    named = "kuroshio.million",
    matches = "true",
    disabledReason = "takes half a minute: -Dkuroshio.million=true")
class MillionEntitiesTest {
  private static final int VENTURES = 1_000_000;
  private static final int FIRST_DAY = Math.toIntExact(LocalDate.of(1996, 4, 1).toEpochDay());
  private static final int DAYS = 30 * 365;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());
  private final Regions regions = Regions.shipped();
  private final Topics topics = Fixtures.topics(4);

  @Test
  void shouldAnswerWithinASecondForAMillionVentures() {
    MemoryEventLog log = log();
    EntityIndex index = new EntityIndex(log, topics, Fixtures.ids(), catalogue, regions);
    long start = cpuMillis();
    index.advanceTo(log.end());
    report("fed %,d entities in %,d ms of CPU", VENTURES, cpuMillis() - start);

    for (String region : List.of("JP-13", "JP", "JP-KANTO11", "JP-13", "JP")) {
      Instant asked = Instant.now();
      long before = cpuMillis();
      Contributions answer = ask(index, log, region);
      long cpu = cpuMillis() - before;
      report(
          "%s: %,d entities, %,d ms of CPU, %,d ms",
          region, answer.entities(), cpu, Duration.between(asked, Instant.now()).toMillis());
      assertThat(answer.shown()).hasSize(20);
      assertThat(cpu).isLessThan(1_000);
    }
  }

  private Contributions ask(EntityIndex index, MemoryEventLog log, String region) {
    CellQuestion cell = new CellQuestion("venture.stock", "JP", region, "FY2025", "", "firms");
    CellScope scope = CellScope.of(catalogue, regions, cell, TODAY).orElseThrow();
    return index.at(log.end(), facts -> Contributors.of(scope, facts, 20));
  }

  private MemoryEventLog log() {
    MemoryEventLog log = new MemoryEventLog(topics);
    Random random = new Random(1);
    for (int i = 0; i < VENTURES; i++) {
      String founded = LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(DAYS)).toString();
      String region = "JP-%02d".formatted(1 + random.nextInt(47));
      log.with(
          Events.venture("jp:corp:%013d".formatted(i)).foundedOn(founded).region(region).build());
    }
    return log;
  }

  /** Of this thread: a busy machine must not make it fail. */
  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }

  private static void report(String line, Object... values) {
    System.out.println(line.formatted(values));
  }
}
