package org.kuroshio.standalone.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Remembers the last error that Kafka logged: it asks for the process's end without saying why, and
 * the reason stands only in the log.
 */
final class LastError extends AppenderBase<ILoggingEvent> {
  private volatile String text;

  private LastError() {}

  /** Listens until {@link #detach}; without logback as the logger it hears nothing. */
  static LastError attach() {
    LastError listener = new LastError();
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof ch.qos.logback.classic.LoggerContext context) {
      listener.setContext(context);
      listener.start();
      context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(listener);
    }
    return listener;
  }

  Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /** What was logged while starting explains no later fault. */
  void forget() {
    text = null;
  }

  void detach() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.detachAppender(this);
    }
    stop();
  }

  @Override
  protected void append(ILoggingEvent event) {
    // the last words before the end often only say that it has come; an exception says why
    boolean hasCause = event.getThrowableProxy() != null;
    if (event.getLevel().isGreaterOrEqual(Level.ERROR) && (hasCause || text == null)) {
      text = innermost(event);
    }
  }

  private static String innermost(ILoggingEvent event) {
    IThrowableProxy cause = event.getThrowableProxy();
    if (cause == null) {
      return event.getFormattedMessage();
    }
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = cause.getMessage();
    return said == null ? cause.getClassName() : said;
  }
}
