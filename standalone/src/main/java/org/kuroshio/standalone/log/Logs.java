package org.kuroshio.standalone.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Set up once per process, by the command line, before anything logs. In code, as reading a
 * configuration file would cost a quick command a tenth of a second.
 */
public final class Logs {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{36} %msg %kvp%n";
  private static final String FORMAT = "KUROSHIO_LOG_FORMAT";
  private static final String JSON = "json";
  private static final String FILE = "kuroshio.log";
  private static final FileSize LARGEST_FILE = FileSize.valueOf("10MB");
  private static final int OLD_FILES = 4;

  /** Pages of settings, plug-ins and partitions at every start. */
  private static final List<String> TALKATIVE =
      List.of(
          "org.apache.kafka.common.config",
          "org.apache.kafka.connect.runtime.isolation",
          "state.change.logger");

  private final LoggerContext context;
  private volatile Path file;

  private Logs(LoggerContext context) {
    this.context = context;
  }

  /**
   * @param verbose everything from INFO up on standard error, not only our own warnings
   */
  public static Logs start(boolean verbose) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Logs logs = new Logs(context);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    for (String talkative : TALKATIVE) {
      context.getLogger(talkative).setLevel(Level.WARN);
    }
    logs.toStandardError(verbose);
    return logs;
  }

  /** From now on also into a file of this directory, which the caller holds locked. */
  public void into(Path directory) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(directory.resolve(FILE).toString());
    appender.setEncoder(encoder());
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(directory.resolve("kuroshio.%i.log").toString());
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLD_FILES);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(LARGEST_FILE);
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    add(appender);
    file = directory.resolve(FILE);
  }

  /** Where stacks of unexpected errors stand, once there is a data directory. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** Writes out and closes the files. */
  public void stop() {
    context.stop();
  }

  private void toStandardError(boolean verbose) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder());
    if (!verbose) {
      ThresholdFilter warnings = new ThresholdFilter();
      warnings.setLevel(Level.WARN.levelStr);
      warnings.start();
      console.addFilter(warnings);
      console.addFilter(new OurOwn());
    }
    add(console);
  }

  private void add(OutputStreamAppender<ILoggingEvent> appender) {
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  /** One line for a person, or one JSON object for a collector of logs. */
  private Encoder<ILoggingEvent> encoder() {
    if (JSON.equals(System.getenv(FORMAT))) {
      JsonEncoder encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithFormattedMessage(true);
      encoder.setWithMessage(false);
      encoder.setWithArguments(false);
      encoder.setWithContext(false);
      encoder.setWithSequenceNumber(false);
      encoder.setWithNanoseconds(false);
      encoder.start();
      return encoder;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    return encoder;
  }
}
