package org.kuroshio.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kuroshio.standalone.session.StopRequest;

/** What somebody sees who does not know the commands yet. */
class CommandUsageTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void shouldNameTheCommandThatWasMeant() {
    assertThat(run("tabel", "venture.stock")).isEqualTo(2);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("; did you mean 'table'?");
  }

  @Test
  void shouldHelpWithACommand() {
    assertThat(run("help", "explain")).isZero();

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Usage: kuroshio explain");
  }

  @Test
  void shouldSayThatAFileIsNotThere() {
    assertThat(run("run", "--config", "nowhere.yaml")).isEqualTo(1);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("there is no file nowhere.yaml");
  }

  private int run(String... arguments) {
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return CommandLines.run(new Surroundings(print, print, false, StopRequest.never()), arguments);
  }
}
