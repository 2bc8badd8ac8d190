package org.kuroshio.indicators.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * Laws 1 and 2 of the design: order, repetition and partitions don't matter, and the sums are
 * right.
 */
class TablesLawsTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final LocalDate DAY = LocalDate.of(2012, 6, 15);

  @Property(tries = 50)
  void shouldEqualABatchRecomputation(@ForAll("drafts") List<Draft> drafts) {
    List<SpecificRecord> events = drafts.stream().map(Draft::event).toList();

    Tables tables = Tables.of(CATALOGUE, 1);
    events.forEach(tables::send);
    tables.cut(DAY);

    assertThat(differences(known(tables), Batch.cells(DAY, events))).isEmpty();
  }

  @Property(tries = 30)
  void shouldNotDependOnOrderRepetitionPartitionsFlushesOrRestarts(
      @ForAll("drafts") List<Draft> drafts, @ForAll long dice) {
    List<SpecificRecord> events = drafts.stream().map(Draft::event).toList();
    Tables expected = Tables.of(CATALOGUE, 1);
    events.forEach(expected::send);
    expected.cut(DAY);
    Random random = new Random(dice);
    List<SpecificRecord> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 2));
    Collections.shuffle(shuffled, random);

    Tables tables = Tables.of(CATALOGUE, List.of(1, 3, 7).get(random.nextInt(3)));
    tables.cut(DAY.minusDays(random.nextInt(400)));
    for (SpecificRecord event : shuffled) {
      tables.send(event);
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> tables.cut(DAY);
        case 3 -> tables.cut(DAY.minusDays(1));
        case 4 -> tables.restart(DAY);
        default -> {}
      }
    }
    tables.cut(DAY);

    assertThat(tables.lines()).isEqualTo(expected.lines());
    assertThat(tables.lastCut().getCut()).isEqualTo(expected.lastCut().getCut());
  }

  @Property(tries = 10)
  void shouldDivideEveryGrantWithoutRest(@ForAll("drafts") List<Draft> drafts) {
    Tables tables = Tables.of(CATALOGUE, 1);
    drafts.forEach(d -> tables.send(d.event()));
    tables.cut(DAY);
    Map<String, Rational> sums = new TreeMap<>();
    for (IndicatorValue value : tables.cells().values()) {
      if (value.getIndicator().equals("patent.fractional") && value.getPeriod().equals("TD")) {
        String region = value.getRegion();
        boolean located =
            region.matches("[A-Z]{2}-(\\d\\d|CA|ZZ)")
                || region.equals("ZZ")
                || region.startsWith("unallocated:");
        String part = located ? "parts" : region.equals("WORLD") ? "world" : "other";
        sums.merge(part, Rational.parse(value.getExact()), Rational::add);
      }
    }

    assertThat(sums.get("parts")).isEqualTo(sums.get("world"));
    if (!sums.isEmpty()) {
      assertThat(sums.get("world").isInteger()).isTrue();
    }
  }

  @Provide
  Arbitrary<List<Draft>> drafts() {
    return Draft.some(60);
  }

  private static List<String> differences(Map<String, String> engine, Map<String, String> batch) {
    Set<String> keys = new TreeSet<>(engine.keySet());
    keys.addAll(batch.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(engine.get(key), batch.get(key)))
        .map(key -> key + ": engine " + engine.get(key) + ", batch " + batch.get(key))
        .toList();
  }

  private static Map<String, String> known(Tables tables) {
    Map<String, String> known = new TreeMap<>();
    for (IndicatorValue v : tables.cells().values()) {
      if (Batch.INDICATORS.contains(v.getIndicator())) {
        String number = v.getExact() == null ? "-" : v.getExact();
        known.put(
            String.join(
                "|",
                v.getIndicator(),
                v.getGroup(),
                v.getRegion(),
                v.getPeriod(),
                v.getBreakdown(),
                v.getUnit()),
            number + " " + v.getRank() + " " + v.getStatus());
      }
    }
    return known;
  }
}
