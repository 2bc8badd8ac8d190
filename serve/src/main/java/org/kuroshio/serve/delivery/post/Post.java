package org.kuroshio.serve.delivery.post;

import java.util.List;
import org.kuroshio.schemas.table.Alert;

/** Sends messages of one channel. Called from that channel's thread only. */
public interface Post extends AutoCloseable {
  /**
   * Sends these transitions, in order, as one message. What is sent again after a failure is the
   * same list, under the same key.
   *
   * @throws UndeliveredException if the other side did not take it
   */
  void send(List<Alert> transitions) throws UndeliveredException;

  @Override
  void close();
}
