package org.kuroshio.standalone.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.load.EventPartitions;
import org.kuroshio.standalone.publish.EventPublisher;
import org.kuroshio.standalone.recompute.Recomputation;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;

/** Corrects the entities of a file and waits until the tables hold it. */
public final class Correction {
  private final Session session;
  private final StopRequest stop;
  private final SchemaIds ids = new BundledIds();
  private final Regions regions = Regions.shipped();
  private final Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);

  public Correction(Session session, StopRequest stop) {
    this.session = session;
    this.stop = stop;
  }

  /**
   * What came of it.
   *
   * @param corrected how many entities have a new state
   * @param unchanged how many were already as the file wants them
   * @param cut the id of the tables that hold it; empty if nothing was corrected
   */
  public record Outcome(
      List<Difference> differences, int corrected, int unchanged, Optional<String> cut) {
    public Outcome {
      differences = List.copyOf(differences);
    }
  }

  /**
   * @throws Failure naming every mistake; then nothing was sent
   * @throws org.kuroshio.standalone.failure.StoppedException if the process was told to end
   */
  public Outcome run(CorrectionPlan plan) {
    Topics topics = topics();
    List<Amendment> amendments = amendments(plan, topics);
    List<Difference> differences =
        amendments.stream().flatMap(amendment -> amendment.differences().stream()).toList();
    int unchanged = plan.edits().size() - amendments.size();
    return new Outcome(
        differences,
        amendments.size(),
        unchanged,
        amendments.isEmpty() ? Optional.empty() : Optional.of(publish(plan, amendments, topics)));
  }

  private Topics topics() {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                session.bootstrapServers(),
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""))) {
      Topics topics = Topics.of(ids, EventPartitions.settings(admin, ids, OptionalInt.empty()));
      new TopicCheck(admin).ensure(topics);
      return topics;
    }
  }

  private List<Amendment> amendments(CorrectionPlan plan, Topics topics) {
    LoggedEntities log =
        new LoggedEntities(session.bootstrapServers(), topics, ids, catalogue, regions, stop);
    Set<String> wanted =
        plan.edits().stream().map(EntityEdit::entityId).collect(Collectors.toSet());
    Map<String, List<KnownEntity>> known = log.find(wanted);
    Findings findings = new Findings(plan.file().toString());
    Amendments amendments = new Amendments(plan.author(), regions, findings);
    List<Amendment> made = new ArrayList<>();
    Map<String, String> nearest = nearest(log, wanted, known);
    for (EntityEdit edit : plan.edits()) {
      List<KnownEntity> entities = known.getOrDefault(edit.entityId(), List.of());
      if (entities.size() == 1) {
        amendments.of(edit, entities.get(0)).ifPresent(made::add);
      } else {
        findings.add(
            edit.first().position(),
            Columns.ENTITY_ID,
            edit.entityId(),
            entities.isEmpty() ? unknown(edit, nearest) : ambiguous(entities));
      }
    }
    findings.throwIfAny();
    return made;
  }

  /** A second pass, made only where an id is wrong. */
  private static Map<String, String> nearest(
      LoggedEntities log, Set<String> wanted, Map<String, List<KnownEntity>> known) {
    Set<String> unknown =
        wanted.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
    return unknown.isEmpty() ? Map.of() : log.nearest(unknown);
  }

  private static String unknown(EntityEdit edit, Map<String, String> nearest) {
    String near = nearest.get(edit.entityId());
    return near == null
        ? "no entity has this id, and none has one like it"
        : "no entity has this id; did you mean '" + near + "'?";
  }

  private static String ambiguous(List<KnownEntity> entities) {
    return entities.stream()
        .map(entity -> entity.stream().label())
        .collect(
            Collectors.joining(" and ", "stands for entities in ", ", expected in one stream"));
  }

  private String publish(CorrectionPlan plan, List<Amendment> amendments, Topics topics) {
    return new Recomputation(session, stop)
        .after(() -> send(plan, amendments, topics), topics, ids);
  }

  /** Behind the last event of each partition that got one. */
  private Map<TopicPartition, Long> send(
      CorrectionPlan plan, List<Amendment> amendments, Topics topics) {
    List<CompletableFuture<RecordMetadata>> sent;
    try (EventPublisher publisher = new EventPublisher(session.bootstrapServers(), topics, ids)) {
      sent =
          amendments.stream()
              .map(amendment -> publisher.publish(amendment.event(), plan.author().at()))
              .toList();
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      sent.stream()
          .map(CompletableFuture::join)
          .forEach(
              record ->
                  ends.merge(
                      new TopicPartition(record.topic(), record.partition()),
                      record.offset() + 1,
                      Math::max));
    } catch (CompletionException e) {
      throw new Failure(
          "the broker did not take every correction: %s. Run the same file again: what it took is not sent twice"
              .formatted(e.getCause().getMessage()),
          e);
    }
    return ends;
  }
}
