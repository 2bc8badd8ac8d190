package org.kuroshio.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.session.StopRequest;

/** What somebody sees who mistypes a question for differences. */
class DiffUsageTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path temp;

  @Test
  void shouldRefuseAPeriodThatIsNone() {
    // When
    int status = diff("--period", "FY2007,20071");

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(said()).contains("kuroshio: '20071' is not a period");
  }

  @Test
  void shouldTakePeriodsOfEveryCalendar() {
    // When
    int status = diff("--period", "FY2007,2008-03,TD");

    // Then
    assertThat(status).isEqualTo(1);
    assertThat(said()).contains("there is no Kuroshio data in");
  }

  private int diff(String... more) {
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    String[] arguments = new String[more.length + 7];
    String[] start = {
      "diff", "--from", "first", "--to", "latest", "--data", temp.resolve("none").toString()
    };
    System.arraycopy(start, 0, arguments, 0, start.length);
    System.arraycopy(more, 0, arguments, start.length, more.length);
    return CommandLines.run(new Surroundings(print, print, false, StopRequest.never()), arguments);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
