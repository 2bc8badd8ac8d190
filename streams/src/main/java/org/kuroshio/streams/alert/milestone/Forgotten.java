package org.kuroshio.streams.alert.milestone;

import java.time.Instant;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.program.ProgramEvent;

/**
 * What stands for an entity whose id was forgotten. A null would be compacted away, and with it
 * that a project's milestones have no project any more.
 */
final class Forgotten {
  private Forgotten() {}

  static ProgramEvent event(String entityId) {
    return ProgramEvent.newBuilder()
        .setEntityId(entityId)
        .setSource("")
        .setSourceRecordId("")
        .setVersion(Long.MAX_VALUE)
        .setPublishedAt(Instant.EPOCH)
        .setObservedAt(Instant.EPOCH)
        .setProvenance(
            Provenance.newBuilder().setUri("").setPosition("").setSha256("0".repeat(64)).build())
        .setOp(Op.WITHDRAW)
        .build();
  }
}
