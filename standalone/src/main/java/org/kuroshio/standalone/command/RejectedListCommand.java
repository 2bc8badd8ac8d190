package org.kuroshio.standalone.command;

import java.util.concurrent.atomic.AtomicLong;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.replay.Repairs;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kuroshio rejected list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "The rejected records, in the order of their rejection.")
final class RejectedListCommand implements Runnable {
  private final Surroundings surroundings;
  private final Failures failures;

  @Mixin private DataOption data;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many at most; default 1000.")
  private long limit;

  @Option(names = "--open", description = "Only those that no replay has repaired.")
  private boolean open;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (for people), csv or json; default text.")
  private OutputFormat format;

  RejectedListCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "rejected list");
    RejectionWriter writer = RejectionWriter.of(format, surroundings.out());
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed);
        TopicScan<Rejection> rejected =
            TopicScan.of(
                session.bootstrapServers(),
                Topics.of(new BundledIds()).rejected(),
                surroundings.stop()::check)) {
      AtomicLong seen = new AtomicLong();
      if (rejected.exists()) {
        Repairs repairs = Repairs.read(rejected);
        rejected.read(
            0, repairs.states((rejection, repaired) -> take(writer, seen, rejection, repaired)));
      }
      if (seen.get() > limit) {
        surroundings.err().printf("The first %,d only; more with --limit%n", limit);
      }
    }
  }

  /** Whether there is room for more. */
  private boolean take(
      RejectionWriter writer, AtomicLong seen, Rejection rejection, boolean repaired) {
    if (open && repaired) {
      return true;
    }
    if (seen.incrementAndGet() <= limit) {
      writer.write(rejection, repaired);
    }
    return seen.get() <= limit;
  }
}
