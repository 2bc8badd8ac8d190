package org.kuroshio.standalone.correction;

import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.event.Op;

/**
 * What the log says of an entity.
 *
 * @param current the event that wins over all others; empty if the id is forgotten for ever
 * @param asserted the event that wins among those that assert a state; empty if there is none
 */
record KnownEntity(
    EventStream stream, Optional<SpecificRecord> current, Optional<SpecificRecord> asserted) {
  boolean isForgotten() {
    return current.isEmpty();
  }

  boolean isWithdrawn() {
    return current.filter(KnownEntity::isWithdrawal).isPresent();
  }

  static boolean isWithdrawal(SpecificRecord envelope) {
    return ((GenericRecord) envelope).get("op") == Op.WITHDRAW;
  }
}
