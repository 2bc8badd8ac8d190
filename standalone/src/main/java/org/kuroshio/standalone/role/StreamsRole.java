package org.kuroshio.standalone.role;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.streams.Pipeline;
import org.kuroshio.streams.PipelineSettings;

/** Events to tables: both hops. */
public final class StreamsRole implements Role {
  private final Pipeline pipeline;
  private final List<KafkaStreamsMetrics> measured = new ArrayList<>();

  private StreamsRole(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** Returns at once; the tables follow. */
  public static StreamsRole start(PipelineSettings settings) {
    return new StreamsRole(Pipeline.start(settings));
  }

  /** Shows there what the Streams clients measure, until they are closed. */
  public void measure(MeterRegistry registry) {
    for (KafkaStreams client : pipeline.clients()) {
      KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(client);
      metrics.bindTo(registry);
      measured.add(metrics);
    }
  }

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public Optional<Failure> failure() {
    if (!pipeline.failure().isDone()) {
      return Optional.empty();
    }
    Throwable why = pipeline.failure().join();
    return Optional.of(
        new Failure("the tables can't be computed: " + innermost(why).getMessage(), why));
  }

  @Override
  public void close() {
    measured.forEach(KafkaStreamsMetrics::close);
    pipeline.close();
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
