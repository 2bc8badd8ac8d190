package org.kuroshio.standalone.role;

import java.util.Optional;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.streams.Pipeline;
import org.kuroshio.streams.PipelineSettings;

/** Events to tables: both hops. */
public final class StreamsRole implements Role {
  private final Pipeline pipeline;

  private StreamsRole(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** Returns at once; the tables follow. */
  public static StreamsRole start(PipelineSettings settings) {
    return new StreamsRole(Pipeline.start(settings));
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
