package org.kuroshio.indicators.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.region.Regions;

/**
 * Says what an event of one stream adds to the base cells. Pure but for caches, hence one per
 * thread. Decode events with {@link #readerSchema()} and generic data without logical types.
 */
public final class EventProjection {
  private final Schema readerSchema;
  private final Map<String, List<CompiledMeasure>> measures = new HashMap<>();
  private final ReferenceProjection reference;
  private final int entityId;
  private final int version;
  private final int publishedAt;
  private final int op;
  private final int standsFor;
  private final int entity;

  public EventProjection(EventStream stream, Catalogue catalogue, Regions regions) {
    List<MeasureUse> uses = catalogue.measures(stream);
    ReaderSchema reader = new ReaderSchema(stream);
    for (MeasureUse use : uses) {
      Schema schema = stream.entity(use.measure().entity()).orElseThrow();
      CompiledMeasure.paths(use.measure()).forEach(path -> reader.need(schema, path));
    }
    if (stream == EventStream.REFERENCE) {
      for (Schema schema : stream.entities()) {
        ReferenceProjection.paths(schema.getName()).forEach(path -> reader.need(schema, path));
      }
    }
    this.readerSchema = reader.build();
    for (MeasureUse use : uses) {
      Schema pruned =
          readerSchema.getField("entity").schema().getTypes().stream()
              .filter(s -> s.getName().equals(use.measure().entity()))
              .findFirst()
              .orElseThrow();
      measures
          .computeIfAbsent(use.measure().entity(), k -> new ArrayList<>())
          .add(new CompiledMeasure(use, pruned, regions));
    }
    this.reference =
        stream == EventStream.REFERENCE ? new ReferenceProjection(readerSchema, regions) : null;
    this.entityId = readerSchema.getField("entityId").pos();
    this.version = readerSchema.getField("version").pos();
    this.publishedAt = readerSchema.getField("publishedAt").pos();
    this.op = readerSchema.getField("op").pos();
    this.standsFor = readerSchema.getField("standsFor").pos();
    this.entity = readerSchema.getField("entity").pos();
  }

  public Schema readerSchema() {
    return readerSchema;
  }

  public String entityId(IndexedRecord event) {
    return event.get(entityId).toString();
  }

  public long version(IndexedRecord event) {
    return (Long) event.get(version);
  }

  /** Microseconds since 1970. */
  public long publishedAt(IndexedRecord event) {
    return (Long) event.get(publishedAt);
  }

  /**
   * Hands over what the event's entity adds; nothing for a withdrawal.
   *
   * @throws UncountableException if a date, an amount or a coverage is out of all bounds
   * @throws org.kuroshio.indicators.region.UnknownRegionException for a region code that its
   *     country does not have
   */
  public void contributions(IndexedRecord event, Contribution.Sink sink) {
    IndexedRecord record = (IndexedRecord) event.get(entity);
    if (record == null || event.get(op).toString().equals("WITHDRAW")) {
      return;
    }
    if (reference != null) {
      reference.apply(entityId(event), record, sink);
    }
    List<CompiledMeasure> wanted = measures.get(record.getSchema().getName());
    if (wanted != null) {
      long times = (Long) event.get(standsFor);
      if (times < 1) {
        throw new UncountableException(
            "count-out-of-range", "a record stands for 1 fact or more, not for " + times);
      }
      for (CompiledMeasure measure : wanted) {
        measure.apply(record, times, sink);
      }
    }
  }
}
