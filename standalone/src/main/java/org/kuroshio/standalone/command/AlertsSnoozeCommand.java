package org.kuroshio.standalone.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kuroshio alerts snooze}. */
@Command(
    name = "snooze",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Be silent about an alert for a while.",
    description = "It fires again at the end, unless it is resolved by then.")
final class AlertsSnoozeCommand extends AlertsAckCommand {
  @Option(
      names = "--until",
      paramLabel = "TIME",
      required = true,
      description = {
        "A day 2026-12-01, which means its end in UTC, an instant 2026-12-01T09:00:00Z,",
        "or how long from now: PT8H, P3D."
      })
  private String until;

  AlertsSnoozeCommand(Surroundings surroundings, Failures failures) {
    super(surroundings, failures);
  }

  /**
   * @throws IllegalArgumentException if the time is written in another way
   */
  @Override
  Optional<Instant> until(Instant now) {
    try {
      if (until.startsWith("P")) {
        return Optional.of(now.plus(Duration.parse(until)));
      }
      return Optional.of(
          until.contains("T")
              ? Instant.parse(until)
              : LocalDate.parse(until).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--until is a day 2026-12-01, an instant 2026-12-01T09:00:00Z or a time as PT8H, was '"
              + until
              + "'",
          e);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("--until is beyond all calendars: '" + until + "'", e);
    }
  }
}
