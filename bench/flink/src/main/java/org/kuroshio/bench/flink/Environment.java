package org.kuroshio.bench.flink;

import java.util.Properties;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.kuroshio.bench.peer.FirstFetch;
import org.kuroshio.bench.peer.Job;

/** A cluster in this process with what both jobs have in common. */
final class Environment {
  private static final long CHECKPOINT_MILLIS = 1_000;

  private Environment() {}

  static StreamExecutionEnvironment of(Job job) {
    Configuration settings = new Configuration();
    settings.set(
        StateBackendOptions.STATE_BACKEND, job.variant().equals("heap") ? "hashmap" : "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        job.directory().resolve("checkpoints").toUri().toString());
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    // a job that fails must not look slow
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1024));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(256));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(job.threads(), settings);
    environment.enableCheckpointing(CHECKPOINT_MILLIS);
    return environment;
  }

  static KafkaSource<Tuple3<String, Long, String[]>> events(Job job) {
    Properties consumer = new Properties();
    consumer.setProperty("interceptor.classes", FirstFetch.class.getName());
    consumer.setProperty("max.poll.records", "5000");
    return KafkaSource.<Tuple3<String, Long, String[]>>builder()
        .setBootstrapServers(job.bootstrapServers())
        .setTopics(job.eventTopics())
        .setGroupId(job.output() + "flink")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperties(consumer)
        .setDeserializer(new EventFacts(job.input()))
        .build();
  }
}
