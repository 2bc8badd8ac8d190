package org.kuroshio.schemas.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;

/** The positions of the fields that all envelopes share. */
final class EnvelopeFields {
  private final int entityId;
  private final int source;
  private final int sourceRecordId;
  private final int version;
  private final int publishedAt;
  private final int observedAt;
  private final int provenance;
  private final int op;
  private final int standsFor;
  private final int quality;
  private final int entity;

  EnvelopeFields(Schema envelope) {
    entityId = envelope.getField("entityId").pos();
    source = envelope.getField("source").pos();
    sourceRecordId = envelope.getField("sourceRecordId").pos();
    version = envelope.getField("version").pos();
    publishedAt = envelope.getField("publishedAt").pos();
    observedAt = envelope.getField("observedAt").pos();
    provenance = envelope.getField("provenance").pos();
    op = envelope.getField("op").pos();
    standsFor = envelope.getField("standsFor").pos();
    quality = envelope.getField("quality").pos();
    entity = envelope.getField("entity").pos();
  }

  void put(
      SpecificRecord envelope,
      EventHead head,
      Op operation,
      long stands,
      List<Quality> qualities,
      Optional<SpecificRecord> state) {
    envelope.put(entityId, head.entityId());
    envelope.put(source, head.source());
    envelope.put(sourceRecordId, head.sourceRecordId());
    envelope.put(version, head.version());
    envelope.put(publishedAt, head.publishedAt());
    envelope.put(observedAt, head.observedAt());
    envelope.put(provenance, head.provenance());
    envelope.put(op, operation);
    envelope.put(standsFor, stands);
    envelope.put(quality, new ArrayList<>(qualities));
    envelope.put(entity, state.orElse(null));
  }
}
