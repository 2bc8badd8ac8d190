package org.kuroshio.ingest.connect;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.ingest.message.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frames steps; a registry that is away for a moment must not end a load. */
final class Framing {
  private static final Logger LOG = LoggerFactory.getLogger(Framing.class);
  private static final int ATTEMPTS = 60;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

  private final Messages messages;
  private final StopSignal stop;

  Framing(Messages messages, StopSignal stop) {
    this.messages = messages;
    this.stop = stop;
  }

  /** At least one message; only the last one carries the position behind the step. */
  List<Message> of(Step step) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return messages.of(step);
      } catch (RetriableException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.atWarn()
            .addKeyValue("attempt", attempt)
            .log("can't frame events yet: {}", e.getMessage());
        stop.await(BETWEEN_ATTEMPTS);
        stop.check();
      }
    }
  }
}
