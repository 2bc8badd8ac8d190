package org.kuroshio.indicators.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.fixture.Fixtures;

/** Tables of the shipped catalogue, with the ledgers of the events that they were made from. */
final class Explained implements Facts {
  static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  static final Regions REGIONS = Regions.shipped();

  private static final int PARTITIONS = 2;

  private final Map<Source, EntityLedger> ledgers = new LinkedHashMap<>();
  private final Map<Source, Long> ends = new LinkedHashMap<>();
  private final Tables tables = Tables.of(CATALOGUE, REGIONS, PARTITIONS);
  private IndicatorTable table = new IndicatorTable();

  static Explained after(List<? extends SpecificRecord> events) {
    Explained explained = new Explained();
    events.forEach(explained::send);
    explained.cut();
    return explained;
  }

  static Explained after(SpecificRecord... events) {
    return after(List.of(events));
  }

  void send(SpecificRecord event) {
    tables.send(event);
    String id = event.get(event.getSchema().getField("entityId").pos()).toString();
    Source source = new Source(topic(event), Math.floorMod(id.hashCode(), PARTITIONS));
    long offset = ends.merge(source, 1L, Long::sum) - 1;
    ledgers
        .computeIfAbsent(source, s -> ledger(event))
        .apply(id.getBytes(StandardCharsets.UTF_8), Fixtures.bytes(event), offset);
  }

  void cut() {
    tables.cut();
    table = new IndicatorTable();
    tables.cells().forEach(table::apply);
    table.apply(tables.lastCut());
  }

  IndicatorTable table() {
    return table;
  }

  @Override
  public void behind(EventStream stream, Predicate<BaseKey> wanted, Sink sink) {
    ledgers.forEach(
        (source, ledger) -> {
          if (source.topic().equals(stream.word())) {
            ledger.contributors(
                wanted, (id, offset, cell, amount) -> sink.fact(source, offset, id, cell, amount));
          }
        });
  }

  Explanation explain(String indicator, String group, String region, String period) {
    return explain(indicator, group, region, period, "");
  }

  Explanation explain(
      String indicator, String group, String region, String period, String breakdown) {
    List<Explanation> all =
        all(new CellQuestion(indicator, group, region, period, breakdown), 0, 1000);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  List<Explanation> all(CellQuestion asked, int depth, int most) {
    return new Explainer(CATALOGUE, REGIONS, table, this, most).explain(asked, depth);
  }

  /** `id adds`, in order; the value too where values are counted once. */
  static List<String> entities(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    for (Contributor c : explanation.entities().orElseThrow().shown()) {
      String names = c.names().isEmpty() ? "" : " " + c.names();
      lines.add(c.entityId() + " " + c.adds().exactText() + names);
    }
    return lines;
  }

  /** `role value`, in order. */
  static List<String> inputs(Explanation explanation) {
    return explanation.inputs().stream()
        .map(
            input ->
                input.role()
                    + " "
                    + input.of().cell().region()
                    + " "
                    + input.of().published().map(v -> v.getExact()).orElse("MISSING"))
        .toList();
  }

  private static String topic(SpecificRecord event) {
    return stream(event).word();
  }

  private static EntityLedger ledger(SpecificRecord event) {
    return new EntityLedger(new EventProjection(stream(event), CATALOGUE, REGIONS), Fixtures.ids());
  }

  private static EventStream stream(SpecificRecord event) {
    for (EventStream stream : EventStream.values()) {
      if (stream.envelope().getFullName().equals(event.getSchema().getFullName())) {
        return stream;
      }
    }
    throw new IllegalArgumentException("no event: " + event.getSchema().getFullName());
  }
}
