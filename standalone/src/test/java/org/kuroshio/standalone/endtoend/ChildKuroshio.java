package org.kuroshio.standalone.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.standalone.Main;

/** The command line in a process of its own, which can be killed. */
final class ChildKuroshio implements AutoCloseable {
  private final Process process;
  private final BufferedReader progress;

  private ChildKuroshio(Process process) {
    this.process = process;
    this.progress = process.errorReader();
  }

  /** With progress, as on a terminal. */
  static ChildKuroshio start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("KUROSHIO_PROGRESS", "terminal");
    return new ChildKuroshio(builder.start());
  }

  /**
   * Returns when the progress shows that many published records.
   *
   * @throws IOException if the process ends before
   */
  void awaitPublished(long records) throws IOException {
    StringBuilder shown = new StringBuilder();
    for (int c = progress.read(); c >= 0; c = progress.read()) {
      if (c != '\r') {
        shown.append((char) c);
        continue;
      }
      if (published(shown.toString()) >= records) {
        return;
      }
      shown.setLength(0);
    }
    throw new IOException("ended before " + records + " records were published: " + shown);
  }

  /** SIGKILL where there are signals. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM where there are signals; the exit status. */
  int terminate() throws InterruptedException {
    // by the handle: Process.destroy would close its standard error before we have read it
    process.toHandle().destroy();
    return process.waitFor();
  }

  /** Everything that was not read of standard error yet. */
  String lastWords() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int c = progress.read(); c >= 0; c = progress.read()) {
      words.append((char) c);
    }
    return words.toString();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private static long published(String progress) {
    int end = progress.indexOf(" published");
    if (end < 0) {
      return 0;
    }
    int start = progress.lastIndexOf(' ', end - 1);
    return Long.parseLong(progress.substring(start + 1, end).replace(",", ""));
  }
}
