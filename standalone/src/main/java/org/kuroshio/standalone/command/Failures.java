package org.kuroshio.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.kuroshio.indicators.definition.UnknownIndicatorException;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.ingest.file.InputException;
import org.kuroshio.ingest.http.FailedSourceException;
import org.kuroshio.ingest.setting.MissingSettingException;
import org.kuroshio.ingest.source.UnknownSourceException;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.serve.http.PortTakenException;
import org.kuroshio.serve.table.UnansweredException;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.failure.StoppedException;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.warehouse.database.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The one place where what was thrown becomes a message and an exit status. A failure that the user
 * can act on is its message alone; anything else is a defect, and its stack goes to the log.
 */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final PrintStream err;
  private Logs logs;

  Failures(PrintStream err) {
    this.err = err;
  }

  /** From now on stacks go there. */
  void logTo(Logs started) {
    logs = started;
  }

  /** One message, then where to read more; not the whole help, in which it would be lost. */
  int wrongUsage(ParameterException e, String[] arguments) {
    err.println("kuroshio: " + e.getMessage() + suggestion(e));
    err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return CommandLines.WRONG_USAGE;
  }

  private static String suggestion(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        ? unmatched.getSuggestions().stream()
            .findFirst()
            .map(nearest -> "; did you mean '" + nearest + "'?")
            .orElse("")
        : "";
  }

  int failed(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof StoppedException) {
      err.println(
          "kuroshio: stopped; what was published is kept, and the same command goes on from there");
    } else if (isExplained(e)) {
      err.println("kuroshio: " + e.getMessage());
      if (logs != null) {
        LOG.atInfo().setCause(e).log("command failed");
      }
    } else {
      err.println("kuroshio: unexpected error (%s). Its stack is in %s".formatted(e, keep(e)));
    }
    return CommandLines.FAILED;
  }

  /**
   * The broker in this process is dead, so there is nothing left to close in order. Its log is made
   * for that.
   */
  void brokerFailed(Failure failure) {
    err.println("kuroshio: " + failure.getMessage());
    err.flush();
    if (logs != null) {
      logs.stop();
    }
    Runtime.getRuntime().halt(CommandLines.FAILED);
  }

  private static boolean isExplained(Exception e) {
    return e instanceof Failure
        || e instanceof UnansweredException
        || e instanceof PortTakenException
        || e instanceof KafkaException
        || e instanceof InputException
        || e instanceof UnknownSourceException
        || e instanceof MissingSettingException
        || e instanceof FailedSourceException
        || e instanceof UnknownIndicatorException
        || e instanceof UnknownRegionException
        || e instanceof DefinitionException
        || e instanceof WarehouseException;
  }

  private Path keep(Exception e) {
    if (logs != null && logs.file().isPresent()) {
      LOG.atError().setCause(e).log("unexpected error");
      return logs.file().get();
    }
    try {
      Path file = Files.createTempFile("kuroshio-error-", ".log");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        e.printStackTrace(writer);
      }
      return file;
    } catch (IOException unwritable) {
      e.printStackTrace(err);
      return Path.of("(standard error)");
    }
  }
}
