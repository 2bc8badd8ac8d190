package org.kuroshio.bench.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.bench.cell.Fact;
import org.kuroshio.bench.work.BenchCatalogue;
import org.kuroshio.bench.work.EntityKind;
import org.kuroshio.bench.work.Flow;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.GenericFrameReader;

/**
 * Reads events as a peer would: Avro's fast reader, with only the fields that are needed (the same
 * schema that Kuroshio reads with). Not for many threads.
 */
public final class EventDecoder {
  private final Map<String, StreamReader> readers = new HashMap<>();

  /**
   * @param input prefix of the event topics
   */
  public EventDecoder(String input) {
    for (EntityKind kind : EntityKind.values()) {
      readers.put(Job.eventTopic(input, kind), new StreamReader(kind));
    }
  }

  public EntityFacts read(String topic, byte[] framed) {
    return readers.get(topic).read(framed);
  }

  /** Decodes and does nothing with it, for the limit. */
  public GenericRecord decode(String topic, byte[] framed) {
    return readers.get(topic).decode(framed);
  }

  private static final class StreamReader {
    private final EntityKind kind;
    private final GenericFrameReader reader;
    private final Schema envelope;
    private final Schema entity;
    private GenericRecord reused;

    StreamReader(EntityKind kind) {
      this.kind = kind;
      this.envelope =
          new EventProjection(
                  EventStream.named(kind.stream()), BenchCatalogue.of(1), Regions.shipped())
              .readerSchema();
      this.reader = new GenericFrameReader(new BundledIds(), envelope);
      String name =
          switch (kind) {
            case PATENT -> "Application";
            case VENTURE -> "Venture";
            case PROJECT -> "Project";
          };
      this.entity =
          envelope.getField("entity").schema().getTypes().stream()
              .filter(s -> s.getName().equals(name))
              .findFirst()
              .orElseThrow();
    }

    GenericRecord decode(byte[] framed) {
      reused = reader.read(framed, reused);
      return reused;
    }

    EntityFacts read(byte[] framed) {
      GenericRecord event = decode(framed);
      List<String> facts = new ArrayList<>(4);
      if (!field(envelope, event, "op").toString().equals("WITHDRAW")) {
        IndexedRecord state = (IndexedRecord) field(envelope, event, "entity");
        for (Flow flow : Flow.values()) {
          if (flow.kind() == kind) {
            add(flow, state, facts);
          }
        }
      }
      return new EntityFacts(
          field(envelope, event, "entityId").toString(),
          (Long) field(envelope, event, "version"),
          facts);
    }

    private void add(Flow flow, IndexedRecord state, List<String> facts) {
      IndexedRecord day = (IndexedRecord) field(entity, state, dayField(flow));
      if (day == null || (flow.coreOnly() && !(Boolean) field(entity, state, "core"))) {
        return;
      }
      facts.add(Fact.text(flow, (Integer) day.get(0), regions(flow, state)));
    }

    private String dayField(Flow flow) {
      boolean first = flow.day() == Flow.Day.FIRST;
      return switch (kind) {
        case PATENT -> first ? "filedOn" : "grantedOn";
        case VENTURE -> first ? "foundedOn" : "closedOn";
        case PROJECT -> first ? "selectedOn" : "end";
      };
    }

    private List<String> regions(Flow flow, IndexedRecord state) {
      List<String> regions = new ArrayList<>(4);
      if (kind == EntityKind.VENTURE && flow.parties() == Flow.Parties.LEADS) {
        regions.add(region((IndexedRecord) field(entity, state, "headquarters")));
        return regions;
      }
      String role = role(flow);
      List<?> parties =
          (List<?>) field(entity, state, kind == EntityKind.VENTURE ? "parents" : "parties");
      for (Object element : parties) {
        IndexedRecord party = (IndexedRecord) element;
        if (role.isEmpty()
            || party.get(party.getSchema().getField("role").pos()).toString().equals(role)) {
          regions.add(region(party));
        }
      }
      return regions;
    }

    private String role(Flow flow) {
      if (kind == EntityKind.VENTURE || flow.parties() == Flow.Parties.ALL) {
        return "";
      }
      if (kind == EntityKind.PROJECT) {
        return "LEAD";
      }
      return flow.parties() == Flow.Parties.LEADS ? "APPLICANT" : "INVENTOR";
    }

    private static String region(IndexedRecord party) {
      return party.get(party.getSchema().getField("region").pos()).toString();
    }

    private static Object field(Schema schema, IndexedRecord record, String name) {
      return record.get(schema.getField(name).pos());
    }
  }
}
