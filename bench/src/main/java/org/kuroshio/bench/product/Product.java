package org.kuroshio.bench.product;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.kuroshio.bench.peer.FirstFetch;
import org.kuroshio.bench.peer.Job;
import org.kuroshio.bench.work.BenchCatalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.Pipeline;
import org.kuroshio.streams.PipelineSettings;

/** Runs both hops until the process is ended. */
public final class Product {
  private Product() {}

  public static void main(String[] args) {
    Job job = Job.of(args);
    SchemaIds ids = new BundledIds();
    Topics topics = topics(ids, job.input(), job.output());
    try (Pipeline pipeline = Pipeline.start(settings(job, ids, topics))) {
      pipeline.failure().join().printStackTrace();
    }
    System.exit(1);
  }

  /** Event topics of one prefix, and tables of another: each run has its own. */
  public static Topics topics(SchemaIds ids, String input, String output) {
    Topics events = Topics.of(ids, TopicSettings.DEFAULT.withPrefix(input));
    Topics tables = Topics.of(ids, TopicSettings.DEFAULT.withPrefix(output));
    return new Topics(
        events.programs(),
        events.patents(),
        events.ventures(),
        events.reference(),
        tables.baseSums(),
        tables.indicators(),
        tables.indicatorHistory(),
        tables.programmeStates(),
        tables.alertConditions(),
        tables.alerts(),
        tables.alertHistory(),
        tables.commands(),
        tables.rejected(),
        tables.sourceStatus());
  }

  private static PipelineSettings settings(Job job, SchemaIds ids, Topics topics) {
    Path state = job.directory().resolve("streams");
    PipelineSettings local =
        PipelineSettings.local(
            job.bootstrapServers(),
            state,
            topics,
            ids,
            BenchCatalogue.of(job.copies()),
            Regions.shipped());
    return new PipelineSettings(
        local.bootstrapServers(),
        Map.of(
            StreamsConfig.consumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
            FirstFetch.class.getName()),
        state,
        job.output(),
        "bench",
        job.threads(),
        local.flushInterval(),
        local.commitInterval(),
        Clock.systemUTC(),
        topics,
        ids,
        local.catalogue(),
        local.regions());
  }
}
