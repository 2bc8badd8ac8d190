package org.kuroshio.serve.http;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.access.Access;
import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.difference.PastTables;
import org.kuroshio.serve.knowledge.Knowledge;
import org.kuroshio.serve.metric.Freshness;
import org.kuroshio.serve.metric.Meters;
import org.kuroshio.serve.metric.MetricSettings;
import org.kuroshio.serve.push.Readers;
import org.kuroshio.serve.push.StreamServlet;
import org.kuroshio.serve.record.Alerts;
import org.kuroshio.serve.record.Commands;
import org.kuroshio.serve.record.Rejections;
import org.kuroshio.serve.record.SourceStatuses;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.snapshot.LiveTables;

/**
 * What stands behind the addresses.
 *
 * @param failures of parts that can't go on by themselves
 */
public record ApiParts(
    KafkaClient kafka,
    Topics topics,
    SchemaIds ids,
    Catalogue catalogue,
    Regions regions,
    LiveTables live,
    PastTables past,
    Knowledge knowledge,
    Alerts alerts,
    Commands commands,
    SourceStatuses sources,
    Rejections rejections,
    Readers readers,
    Freshness freshness,
    Meters meters,
    MetricSettings metrics,
    AccessSettings access,
    Clock clock,
    String version,
    boolean simulated,
    List<CompletableFuture<Throwable>> failures) {

  private Tables tables() {
    return new Tables(live, past);
  }

  Gate gate(HttpSettings settings) {
    return new Gate(settings, new Access(access), meters.registry());
  }

  StreamServlet stream(HttpSettings settings) {
    return new StreamServlet(
        new StreamQuestions(catalogue, regions, readers, settings.mostStreams()),
        readers,
        live,
        kafka,
        topics,
        settings.streamBufferBytes());
  }

  HealthEndpoints health() {
    return new HealthEndpoints(live, freshness::waiting, metrics.longestLag(), failures);
  }

  AboutEndpoint about() {
    return new AboutEndpoint(version, simulated, access.methods());
  }

  ValuesEndpoint values() {
    return new ValuesEndpoint(tables(), catalogue, regions);
  }

  ExplainEndpoint explain() {
    return new ExplainEndpoint(tables(), knowledge, kafka, topics, ids, catalogue, regions);
  }

  DiffEndpoint diff() {
    return new DiffEndpoint(tables(), kafka, topics, ids, catalogue, regions);
  }

  CatalogueEndpoints catalogueEndpoints() {
    return new CatalogueEndpoints(tables(), catalogue, regions);
  }

  RecentEndpoints recent() {
    return new RecentEndpoints(tables(), knowledge, catalogue, regions);
  }

  RecordEndpoints records() {
    return new RecordEndpoints(alerts, commands, sources, rejections, clock);
  }
}
