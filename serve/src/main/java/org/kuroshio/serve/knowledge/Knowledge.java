package org.kuroshio.serve.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.explanation.EntityEvent;
import org.kuroshio.serve.explanation.EntityIndex;
import org.kuroshio.serve.explanation.EventOffsets;
import org.kuroshio.serve.explanation.EventReader;
import org.kuroshio.serve.explanation.Explained;
import org.kuroshio.serve.explanation.Explanations;
import org.kuroshio.serve.explanation.KafkaEventLog;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;

/**
 * Knows the events behind the newest cut. It only goes forwards, with the tables; questions and
 * growing take turns. Safe for many threads.
 */
public final class Knowledge implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LiveTables tables;
  private final Topics topics;
  private final KafkaEventLog log;
  private final EntityIndex index;
  private final Explanations explanations;
  private final CutEvents cutEvents = new CutEvents();
  private final Milestones milestones = new Milestones();
  private final Projects projects = new Projects();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean closing;

  public Knowledge(
      KafkaClient client,
      LiveTables tables,
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions) {
    this.tables = tables;
    this.topics = topics;
    this.log = new KafkaEventLog(client.start(), this::check);
    this.index = new EntityIndex(log, topics, ids, catalogue, regions);
    this.explanations = new Explanations(catalogue, regions, index, new EventReader(log, topics));
  }

  /** What can be asked of it while it stands at a snapshot; only during the call. */
  public final class Standing {
    private final Snapshot snapshot;

    private Standing(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    public Snapshot snapshot() {
      return snapshot;
    }

    /**
     * @throws RuntimeException as {@link Explanations#explain}
     */
    public Explained explain(CellQuestion asked, int depth, int most) {
      return explanations.explain(snapshot.table(), asked, depth, most);
    }

    CutEvents events() {
      return cutEvents;
    }

    List<ProgramEvent> milestones() {
      return milestones.all();
    }

    Projects projects() {
      return projects;
    }
  }

  /** There is no newest cut, or what is behind it is still being read. */
  public static final class NotYetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetException(String message) {
      super(message);
    }
  }

  /**
   * Answers from the newest cut, after all its events were read.
   *
   * @throws NotYetException if that takes too long
   */
  public <T> T ask(Function<Standing, T> question) {
    if (!await()) {
      throw new NotYetException("the events behind the tables are still being read");
    }
    try {
      Snapshot snapshot =
          tables.current().orElseThrow(() -> new NotYetException("there are no tables yet"));
      cutEvents.turnTo(tables.recent().all());
      index.advanceTo(EventOffsets.of(snapshot.cut()), this::take);
      return question.apply(new Standing(snapshot));
    } finally {
      turn.unlock();
    }
  }

  private boolean await() {
    try {
      return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void take(EntityIndex.Read read) {
    if (!(read.outcome() instanceof Outcome.Applied)) {
      return;
    }
    String id = new String(read.key(), StandardCharsets.UTF_8);
    if (read.source().topic().equals(topics.programs().name())) {
      ProgramEvent event = (ProgramEvent) envelope(read).orElse(null);
      milestones.take(id, event);
      projects.take(id, event);
    }
    cutEvents.add(read.source(), read.offset(), () -> happening(id, read));
  }

  private Happening happening(String id, EntityIndex.Read read) {
    Optional<SpecificRecord> envelope = envelope(read);
    Optional<EntityEvent> event = envelope.map(EntityEvent::of);
    SpecificRecord entity = envelope.map(EventFacts::entity).orElse(null);
    return new Happening(
        id,
        verb(event, read.isNew()),
        EventFacts.title(entity),
        List.copyOf(EventFacts.regions(entity)),
        event);
  }

  private static String verb(Optional<EntityEvent> event, boolean isNew) {
    if (event.isEmpty()) {
      return "forgotten";
    }
    if (event.get().op().equals("WITHDRAW")) {
      return "withdrawn";
    }
    return isNew ? "new" : "changed";
  }

  private Optional<SpecificRecord> envelope(EntityIndex.Read read) {
    if (read.value() == null) {
      return Optional.empty();
    }
    String name = read.source().topic();
    for (Topic<? extends SpecificRecord> topic : topics.events()) {
      if (topic.name().equals(name)) {
        return Optional.of(topic.values().deserializer().deserialize(name, read.value()));
      }
    }
    return Optional.empty();
  }

  private void check() {
    if (closing) {
      throw new NotYetException("the server is going away");
    }
  }

  @Override
  public void close() {
    closing = true;
    turn.lock();
    try {
      log.close();
    } finally {
      turn.unlock();
    }
  }
}
