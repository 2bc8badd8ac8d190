package org.kuroshio.standalone.installation;

/** Where the tables are served. */
public record ServePart(String host, int port) {
  public static final ServePart USUAL = new ServePart("127.0.0.1", 8080);

  public ServePart {
    Ports.check(port);
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
  }
}
