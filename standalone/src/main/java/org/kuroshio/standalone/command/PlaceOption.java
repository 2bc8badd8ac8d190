package org.kuroshio.standalone.command;

import java.net.URI;
import java.util.Optional;
import org.kuroshio.standalone.remote.RemoteServer;
import picocli.CommandLine.Option;

/** Where a reading command asks instead of in a data directory. */
final class PlaceOption {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "Ask a running server instead of a data directory: http://localhost:8080.",
        "A key for it is taken from KUROSHIO_API_KEY."
      })
  private URI url;

  Optional<RemoteServer> server() {
    Optional<String> key =
        Optional.ofNullable(System.getenv("KUROSHIO_API_KEY")).filter(k -> !k.isBlank());
    return Optional.ofNullable(url).map(address -> new RemoteServer(address, key));
  }
}
