package org.kuroshio.standalone.session;

import java.util.function.Consumer;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.log.Logs;

/** A locked data directory with its broker running. */
public final class Session implements AutoCloseable {
  private final DataDirectory directory;
  private final EmbeddedBroker broker;

  private Session(DataDirectory directory, EmbeddedBroker broker) {
    this.directory = directory;
    this.broker = broker;
  }

  /**
   * Takes over the directory, which it closes in the end, or at once if the broker does not start.
   *
   * @param port as {@link EmbeddedBroker#start}
   * @param onFault as {@link EmbeddedBroker#start}
   * @throws Failure if the broker does not start
   */
  public static Session open(
      DataDirectory directory, int port, Logs logs, Consumer<Failure> onFault) {
    boolean open = false;
    try {
      logs.into(directory.logs());
      Session session = new Session(directory, EmbeddedBroker.start(directory, port, onFault));
      open = true;
      return session;
    } finally {
      if (!open) {
        directory.close();
      }
    }
  }

  public DataDirectory directory() {
    return directory;
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    try (directory) {
      broker.close();
    }
  }
}
