package org.kuroshio.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.session.StopRequest;
import org.slf4j.LoggerFactory;

/** What somebody sees whose definition is wrong: one line, and no stack. */
class WrongDefinitionTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Failures.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
  }

  @Test
  void shouldSayWhatIsWrongInOneLine(@TempDir Path folder) throws IOException {
    // Given
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "indicators:\n  - { id: my.flow, kind: simpel }\n");
    PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);

    // When
    int status =
        CommandLines.run(
            new Surroundings(printed, printed, false, StopRequest.never()),
            "indicators",
            "check",
            file.toString());

    // Then
    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("kuroshio: %s:2: unknown kind 'simpel'; did you mean 'simple'?%n", file);
    assertThat(logged.list).isEmpty();
  }
}
