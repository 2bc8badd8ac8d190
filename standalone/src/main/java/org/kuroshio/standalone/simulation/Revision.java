package org.kuroshio.standalone.simulation;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;

/**
 * A new state of one entity, not yet an event.
 *
 * @param id of the entity
 * @param version 1 for the first state, then one more each time
 * @param further qualities beside SIMULATED
 * @param entity the whole state; empty if the entity is taken back
 */
record Revision(String id, long version, List<Quality> further, Optional<SpecificRecord> entity) {
  static Revision of(String id, long version, SpecificRecord entity) {
    return new Revision(id, version, List.of(), Optional.of(entity));
  }

  static Revision withdrawn(String id, long version) {
    return new Revision(id, version, List.of(), Optional.empty());
  }

  Revision with(Quality quality) {
    return new Revision(id, version, List.of(quality), entity);
  }

  Op op() {
    return entity.isPresent() ? Op.ASSERT : Op.WITHDRAW;
  }
}
