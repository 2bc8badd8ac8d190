package org.kuroshio.standalone.installation;

/**
 * Where a process shows what is measured in it, for Prometheus. One with the role serve does so
 * beside its API without being told.
 *
 * @param host loopback, unless Prometheus asks from elsewhere
 * @param port 0 for any that is free
 */
public record MetricsPart(String host, int port) {
  public static final String LOOPBACK = "127.0.0.1";

  public MetricsPart {
    Ports.check(port);
  }
}
