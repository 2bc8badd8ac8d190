package org.kuroshio.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.session.StopRequest;

/** Wrong usage of both commands ends before a directory is touched. */
class DemoAndCorrectUsageTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path temp;

  @Test
  void shouldRefuseARateThatIsNone() {
    // Given
    Path data = temp.resolve("data");

    // When
    int status = run("demo", "--rate", "0", "--data", data.toString());

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(said()).contains("--rate: rate must be 1 to 100000 events a second, was 0");
    assertThat(data).doesNotExist();
  }

  @Test
  void shouldAskForAReason() {
    assertThat(run("correct", "fix.csv")).isEqualTo(2);
    assertThat(said()).contains("Missing required option: '--reason=TEXT'");
    assertThat(run("correct", "fix.csv", "--reason", " ")).isEqualTo(2);
    assertThat(said()).contains("--reason must say why");
  }

  @Test
  void shouldReadTheFileBeforeItOpensTheDirectory() {
    assertThat(run("correct", "none.csv", "--reason", "why", "--data", temp.toString()))
        .isEqualTo(1);
    assertThat(said()).contains("kuroshio: there is no file none.csv");
    assertThat(temp).isEmptyDirectory();
  }

  private int run(String... arguments) {
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    return CommandLines.run(new Surroundings(print, print, false, StopRequest.never()), arguments);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
