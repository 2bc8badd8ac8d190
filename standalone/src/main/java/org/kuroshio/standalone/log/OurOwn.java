package org.kuroshio.standalone.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Lets through what Kuroshio itself says; the libraries' words stand in the log file. */
final class OurOwn extends Filter<ILoggingEvent> {
  @Override
  public FilterReply decide(ILoggingEvent event) {
    return event.getLoggerName().startsWith("org.kuroshio.")
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }
}
