package org.kuroshio.standalone.installation;

import java.util.List;
import java.util.Set;

/**
 * The embedded Connect worker and what it runs.
 *
 * @param host where the other workers of the installation reach this one, and nobody else needs to
 * @param port 0 for any that is free, which is of use on one machine only
 * @param api who is answered there
 */
public record IngestPart(String host, int port, WorkerApi api, List<SourcePart> sources) {
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  public static final IngestPart NONE =
      new IngestPart("127.0.0.1", 0, WorkerApi.INTERNAL, List.of());

  /** What a worker answers to. */
  public enum WorkerApi {
    /** signed requests of the other workers only */
    INTERNAL,
    /** Connect's whole REST interface, without a login: whoever reaches it may run any connector */
    FULL
  }

  public IngestPart {
    sources = List.copyOf(sources);
    Ports.check(port);
    if (host.isBlank() || EVERYWHERE.contains(host)) {
      throw new IllegalArgumentException(
          "host must be the name or address by which the other workers reach this one, was '%s'"
              .formatted(host));
    }
  }
}
