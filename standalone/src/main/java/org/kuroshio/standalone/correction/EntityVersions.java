package org.kuroshio.standalone.correction;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.frame.FrameDeserializer;
import org.kuroshio.schemas.frame.SchemaIds;

/**
 * Finds which of an entity's events wins, by asking the ledger that computes the tables: what it
 * accepts is the state, and what it rejects never was. Of one stream; one thread.
 */
final class EntityVersions {
  private final EventStream stream;
  private final Deserializer<SpecificRecord> values;
  private final EntityLedger all;
  private final EntityLedger assertions;
  private final Map<String, Optional<SpecificRecord>> current = new HashMap<>();
  private final Map<String, SpecificRecord> asserted = new HashMap<>();

  EntityVersions(EventStream stream, Catalogue catalogue, Regions regions, SchemaIds ids) {
    this.stream = stream;
    this.values = new FrameDeserializer<>(ids, java.util.List.of(stream.envelopeType()));
    this.all = ledger(stream, catalogue, regions, ids);
    this.assertions = ledger(stream, catalogue, regions, ids);
  }

  /**
   * @param value the framed event, or null
   */
  void apply(String id, byte[] value) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    Outcome outcome = all.apply(key, value);
    if (value == null) {
      current.put(id, Optional.empty());
    } else if (!(outcome instanceof Outcome.Rejected)) {
      SpecificRecord envelope = values.deserialize(stream.label(), value);
      if (outcome instanceof Outcome.Applied) {
        current.put(id, Optional.of(envelope));
      }
      if (!KnownEntity.isWithdrawal(envelope)
          && assertions.apply(key, value) instanceof Outcome.Applied) {
        asserted.put(id, envelope);
      }
    }
  }

  /** Empty if no event of it was accepted. */
  Optional<KnownEntity> entity(String id) {
    return Optional.ofNullable(current.get(id))
        .map(state -> new KnownEntity(stream, state, Optional.ofNullable(asserted.get(id))));
  }

  private static EntityLedger ledger(
      EventStream stream, Catalogue catalogue, Regions regions, SchemaIds ids) {
    var named = org.kuroshio.indicators.definition.EventStream.named(stream.label());
    return new EntityLedger(new EventProjection(named, catalogue, regions), ids);
  }
}
