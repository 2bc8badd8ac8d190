package org.kuroshio.serve.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server with every address. */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int THREADS = 32;
  private static final String PAGE = "/dashboard";

  /** Where libraries of the page are, if any is on the class path. */
  private static final String WEB_JARS = "/META-INF/resources/webjars";

  private final Javalin javalin;
  private final HealthEndpoints health;

  private ApiServer(Javalin javalin, HealthEndpoints health) {
    this.javalin = javalin;
    this.health = health;
  }

  /**
   * @throws PortTakenException if another process listens there
   */
  public static ApiServer start(HttpSettings settings, ApiParts parts) {
    HealthEndpoints health = parts.health();
    Javalin javalin = Javalin.create(config -> configure(config, settings, parts, health));
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new PortTakenException(settings, e);
    }
    return new ApiServer(javalin, health);
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** From now on it says that it is not ready; it still answers. */
  public void drain() {
    health.drain();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(
      JavalinConfig config, HttpSettings settings, ApiParts parts, HealthEndpoints health) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = Gate.MOST_BODY_BYTES;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("kuroshio-serve-http");
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new ErrorPage());
          server.setStopTimeout(settings.drain().toMillis());
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
        });
    config.jetty.modifyServletContextHandler(handler -> add(handler, settings, parts));
    if (ApiServer.class.getResource(WEB_JARS) != null) {
      config.staticFiles.enableWebjars();
    }
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/";
          files.directory = PAGE;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    routes(config.routes, parts, health);
    problems(config.routes);
  }

  private static void add(ServletContextHandler handler, HttpSettings settings, ApiParts parts) {
    handler.setErrorHandler(new ErrorPage());
    FilterHolder gate = new FilterHolder(parts.gate(settings));
    gate.setAsyncSupported(true);
    handler.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
    ServletHolder stream = new ServletHolder("stream", parts.stream(settings));
    stream.setAsyncSupported(true);
    handler.addServlet(stream, Routes.API + "/stream");
  }

  private static void routes(RoutesConfig routes, ApiParts parts, HealthEndpoints health) {
    byte[] description = OpenApi.document();
    routes.get(
        "/openapi.json", context -> context.contentType("application/json").result(description));
    routes.get(
        Routes.SIGN_IN,
        context -> context.header("Location", "./?view=alerts").status(HttpStatus.SEE_OTHER));
    routes.get("/health/live", health::live);
    routes.get("/health/ready", health::ready);
    routes.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(parts.meters().text()));
    routes.get(Routes.API + "/about", parts.about());
    routes.get(Routes.API + "/values", parts.values());
    routes.get(Routes.API + "/explain", parts.explain());
    routes.get(Routes.API + "/diff", parts.diff());
    CatalogueEndpoints catalogue = parts.catalogueEndpoints();
    routes.get(Routes.API + "/indicators", catalogue::indicators);
    routes.get(Routes.API + "/regions", catalogue::regions);
    routes.get(Routes.API + "/quality", catalogue::quality);
    RecentEndpoints recent = parts.recent();
    routes.get(Routes.API + "/cuts", recent::cuts);
    routes.get(Routes.API + "/changes", recent::changes);
    routes.get(Routes.API + "/milestones", recent::milestones);
    RecordEndpoints records = parts.records();
    routes.get(Routes.API + "/alerts", records::alerts);
    routes.post(Routes.API + "/alerts/{id}/ack", records::acknowledge);
    routes.post(Routes.API + "/alerts/{id}/snooze", records::snooze);
    routes.get(Routes.API + "/sources", records::sources);
    routes.get(Routes.API + "/rejected", records::rejected);
  }

  private static void problems(RoutesConfig routes) {
    routes.exception(
        ProblemException.class,
        (problem, context) -> {
          if (problem.status() == 503) {
            context.header("Retry-After", "2");
          }
          write(context, problem.status(), Problems.of(problem, context.path()));
        });
    routes.exception(
        HttpResponseException.class,
        (refused, context) ->
            write(
                context,
                refused.getStatus(),
                Problems.of(refused.getStatus(), words(refused), context.path())));
    routes.exception(
        KafkaException.class,
        (failure, context) -> {
          LOG.atWarn().setCause(failure).addKeyValue("path", context.path()).log("not answered");
          write(
              context, 503, Problems.of(503, "the brokers did not answer in time", context.path()));
        });
    routes.exception(
        Exception.class,
        (failure, context) -> {
          LOG.atError().setCause(failure).addKeyValue("path", context.path()).log("no answer");
          write(
              context,
              500,
              Problems.of(
                  500, "a defect of this server; its log has more at this time", context.path()));
        });
  }

  private static String words(HttpResponseException refused) {
    return switch (refused.getStatus()) {
      case 404 -> "there is nothing at this address; /openapi.json says what there is";
      case 405 -> "this address takes another method; /openapi.json says which";
      case 413 -> "a body has at most %d bytes".formatted(Gate.MOST_BODY_BYTES);
      default -> "the request was refused";
    };
  }

  private static void write(Context context, int status, byte[] document) {
    context.status(status).contentType(Problems.TYPE).result(document);
  }
}
