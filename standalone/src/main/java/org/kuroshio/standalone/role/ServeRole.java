package org.kuroshio.standalone.role;

import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import org.kuroshio.serve.Serve;
import org.kuroshio.serve.ServeSettings;
import org.kuroshio.standalone.failure.Failure;

/** Tables to people, over HTTP. */
public final class ServeRole implements Role {
  private final Serve serve;

  private ServeRole(Serve serve) {
    this.serve = serve;
  }

  /**
   * Returns when it answers, which is before it has read the tables. From now on its {@code
   * /metrics} shows the meters of the whole process.
   */
  public static ServeRole start(ServeSettings settings) {
    Serve serve = Serve.start(settings);
    Metrics.addRegistry(serve.meters());
    return new ServeRole(serve);
  }

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public Optional<Failure> failure() {
    if (!serve.failure().isDone()) {
      return Optional.empty();
    }
    Throwable why = serve.failure().join();
    return Optional.of(
        new Failure("the tables can't be served any more: " + why.getMessage(), why));
  }

  @Override
  public void close() {
    Metrics.removeRegistry(serve.meters());
    serve.close();
  }
}
