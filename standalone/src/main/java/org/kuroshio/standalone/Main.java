package org.kuroshio.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.kuroshio.standalone.command.CommandLines;
import org.kuroshio.standalone.command.Surroundings;
import org.kuroshio.standalone.session.StopRequest;

/** The process that {@code ./kuroshio} starts. */
public final class Main {
  private Main() {}

  /** Ends the JVM with 0, 1 or 2, whatever threads libraries have left behind. */
  public static void main(String[] arguments) {
    int status;
    try (StopRequest stop = StopRequest.onSignal()) {
      boolean terminal = "terminal".equals(System.getenv("KUROSHIO_PROGRESS"));
      PrintStream out = utf8(FileDescriptor.out);
      status =
          CommandLines.run(
              new Surroundings(out, utf8(FileDescriptor.err), terminal, stop), arguments);
      out.flush();
    }
    System.exit(status);
  }

  /** Names of regions are in three scripts, and the platform's charset may be ASCII. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
