package org.kuroshio.standalone.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.kuroshio.standalone.failure.Failure;

/**
 * Two ports of the loopback address that were free a moment ago. A single broker may change its
 * ports from run to run: they are named in its settings at each start and stored nowhere.
 *
 * @param clients where producers and consumers connect
 * @param controller where the broker finds its own controller
 */
record LocalPorts(int clients, int controller) {
  static final String HOST = "127.0.0.1";

  /**
   * @param wanted the clients' port, or 0 for any that is free
   * @throws Failure if the wanted port is taken, or is none
   */
  static LocalPorts free(int wanted) {
    if (wanted < 0 || wanted > 65_535) {
      throw new Failure("a port is 1 to 65535, or 0 for any that is free; was " + wanted);
    }
    // both stay open until both are known, so that they differ
    try (ServerSocket clients = open(wanted);
        ServerSocket controller = open(0)) {
      return new LocalPorts(clients.getLocalPort(), controller.getLocalPort());
    } catch (IOException e) {
      throw new Failure("no free port on %s: %s".formatted(HOST, e.getMessage()), e);
    }
  }

  private static ServerSocket open(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      if (port == 0) {
        throw e;
      }
      throw new Failure(
          "port %d of %s is taken by another program (%s): stop that program, or leave --kafka-port out to use any free port"
              .formatted(port, HOST, e.getMessage()),
          e);
    }
  }
}
