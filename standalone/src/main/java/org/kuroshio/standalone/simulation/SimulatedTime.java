package org.kuroshio.standalone.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * The simulated world's clock: it goes on with each event and with nothing else. Days hold more and
 * more events, so that however long a simulation runs, none of its facts lies in the future.
 */
final class SimulatedTime {
  /** The first day of Japan's FY2008: the paper's own year ends the day before. */
  static final LocalDate FIRST_DAY = LocalDate.of(2008, Month.APRIL, 1);

  /** Never reached. */
  static final LocalDate END = LocalDate.of(2025, Month.APRIL, 1);

  /** After so many events half of the time has passed; in the beginning a day holds three. */
  private static final long HALF_WAY = 20_000;

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Instant START = FIRST_DAY.atStartOfDay(JAPAN).toInstant();
  private static final long SECONDS =
      Duration.between(START, END.atStartOfDay(JAPAN).toInstant()).toSeconds();

  private SimulatedTime() {}

  /**
   * @param number of the event, at most some ten thousand million
   */
  static Instant of(long number) {
    return START.plusSeconds(Math.multiplyExact(SECONDS, number) / (number + HALF_WAY));
  }

  static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, JAPAN);
  }
}
