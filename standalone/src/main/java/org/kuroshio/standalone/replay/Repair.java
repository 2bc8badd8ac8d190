package org.kuroshio.standalone.replay;

import java.util.List;
import org.kuroshio.ingest.message.Message;

/**
 * A record that can be used now.
 *
 * @param key of its rejection
 * @param messages the events that it became
 */
record Repair(String key, List<Message> messages) {
  Repair {
    messages = List.copyOf(messages);
  }
}
