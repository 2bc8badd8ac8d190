package org.kuroshio.standalone.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.schemas.entity.EventHead;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.event.Quality;

/**
 * The events of one seed, without end, and always the same: ids, versions, contents, order. Ids
 * hold the seed, so that two seeds in one directory are two worlds. One thread.
 */
public final class Simulation implements Iterator<SimulatedEvent> {
  /** Of every event, as its {@code source}. */
  public static final String SOURCE = "simulation";

  private final long seed;
  private final Chance chance;
  private final Ventures ventures;
  private final Inventions inventions;
  private final Milestones milestones;
  private final List<Occurrence> drawn = new ArrayList<>();
  private long number;

  public Simulation(long seed) {
    this.seed = seed;
    this.chance = new Chance(seed);
    String idPrefix = SOURCE + ":" + seed + ":";
    this.ventures = new Ventures(idPrefix, chance);
    this.inventions = new Inventions(idPrefix, chance);
    this.milestones = new Milestones(idPrefix, chance);
    for (Occurrence occurrence : Occurrence.values()) {
      drawn.addAll(Collections.nCopies(occurrence.weight(), occurrence));
    }
  }

  /** Of the next event: how many there were before. */
  public long number() {
    return number;
  }

  /** Always. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public SimulatedEvent next() {
    Instant time = SimulatedTime.of(number);
    LocalDate today = SimulatedTime.day(time);
    while (true) {
      Occurrence occurrence = chance.oneOf(drawn);
      Optional<Revision> revision = happen(occurrence, today);
      if (revision.isPresent()) {
        KeyedEvent event = event(occurrence, revision.get(), time);
        return new SimulatedEvent(number++, occurrence, time, event);
      }
    }
  }

  /** Empty where it can't happen yet, as the closure of a firm before one was founded. */
  private Optional<Revision> happen(Occurrence occurrence, LocalDate today) {
    return switch (occurrence) {
      case FOUNDING -> ventures.found(today);
      case LATE_DISCOVERY -> ventures.discoverLate(today);
      case MOVE -> ventures.move();
      case CORRECTION -> ventures.correct(today);
      case CLOSURE -> ventures.close(today);
      case WITHDRAWAL -> ventures.withdraw();
      case DISCLOSURE -> inventions.disclose(today);
      case FILING -> inventions.file(today);
      case GRANT -> inventions.grant(today);
      case LICENCE -> inventions.license(today);
      case MILESTONE_PLANNED -> milestones.plan(today);
      case MILESTONE_REACHED -> milestones.reach(today);
      case MILESTONE_MISSED -> milestones.miss(today);
      case MILESTONE_RESCHEDULED -> milestones.reschedule();
    };
  }

  private KeyedEvent event(Occurrence occurrence, Revision revision, Instant time) {
    EventHead head =
        new EventHead(
            revision.id(), SOURCE, revision.id(), revision.version(), time, time, provenance());
    List<Quality> quality = new ArrayList<>();
    quality.add(Quality.SIMULATED);
    quality.addAll(revision.further());
    SpecificRecord envelope =
        occurrence.stream().envelope(head, revision.op(), 1, quality, revision.entity());
    return new KeyedEvent(occurrence.stream(), revision.id(), Optional.of(envelope));
  }

  private Provenance provenance() {
    return Provenance.newBuilder()
        .setUri(SOURCE + ":" + seed)
        .setPosition("event " + number)
        .setSha256(digest(SOURCE + ":" + seed + ":" + number))
        .setLicence("simulated, no facts")
        .build();
  }

  /** There are no bytes that were read; what makes the event stands for them. */
  private static String digest(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
  }
}
