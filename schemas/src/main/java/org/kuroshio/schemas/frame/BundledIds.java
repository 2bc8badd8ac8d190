package org.kuroshio.schemas.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.kuroshio.schemas.frame.UndecodableException.Reason;
import org.kuroshio.schemas.patent.PatentEvent;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.reference.ReferenceEvent;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.venture.VentureEvent;

/**
 * Ids without a server, for the embedded default: a fingerprint of each schema in this jar, those
 * of earlier releases included, so that a data directory outlives an upgrade. The subject plays no
 * part.
 */
public final class BundledIds implements SchemaIds {
  private static final Map<Integer, Schema> SCHEMAS = byId();

  /** The current schema of every record that is the value of a topic. */
  public static List<Schema> current() {
    return List.of(
        ProgramEvent.getClassSchema(),
        PatentEvent.getClassSchema(),
        VentureEvent.getClassSchema(),
        ReferenceEvent.getClassSchema(),
        IndicatorValue.getClassSchema(),
        Cut.getClassSchema(),
        BaseSum.getClassSchema(),
        BaseMarker.getClassSchema(),
        Alert.getClassSchema(),
        AlertCondition.getClassSchema(),
        Command.getClassSchema(),
        Rejection.getClassSchema(),
        SourceStatus.getClassSchema());
  }

  @Override
  public int idOf(String subject, Schema schema) {
    int id = Fingerprint.id(schema);
    Schema bundled = SCHEMAS.get(id);
    if (bundled == null || !Fingerprint.canonical(bundled).equals(Fingerprint.canonical(schema))) {
      throw new RegistryException(
          "%s is not among the bundled schemas (%s): other schemas need a registry"
              .formatted(schema.getFullName(), names()));
    }
    return id;
  }

  @Override
  public Schema schemaOf(int id) {
    Schema schema = SCHEMAS.get(id);
    if (schema == null) {
      throw new UndecodableException(
          Reason.UNKNOWN_ID,
          "schema id %d is none of the bundled schemas: was the record written with a registry, or by a newer release?"
              .formatted(id));
    }
    return schema;
  }

  private static String names() {
    return current().stream().map(Schema::getName).sorted().collect(Collectors.joining(", "));
  }

  private static Map<Integer, Schema> byId() {
    Map<Integer, Schema> byId = new HashMap<>();
    current().forEach(schema -> add(byId, schema));
    ReleasedSchemas.all().forEach(released -> add(byId, released.schema()));
    return Map.copyOf(byId);
  }

  static void add(Map<Integer, Schema> byId, Schema schema) {
    Schema other = byId.putIfAbsent(Fingerprint.id(schema), schema);
    if (other != null && !Fingerprint.canonical(other).equals(Fingerprint.canonical(schema))) {
      throw new IllegalStateException(
          "%s and %s have the same bundled id %d: change one of them, for example by a new field"
              .formatted(schema.getFullName(), other.getFullName(), Fingerprint.id(schema)));
    }
  }
}
