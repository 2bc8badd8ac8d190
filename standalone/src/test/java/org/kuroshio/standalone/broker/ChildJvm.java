package org.kuroshio.standalone.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with this test's class path; killed, not asked, when closed. */
final class ChildJvm implements AutoCloseable {
  static final String READY = "ready";

  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  /** Starts the class and returns once it has printed {@link #READY}. */
  static ChildJvm untilReady(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
      if (line == null) {
        throw new IOException(main.getSimpleName() + " ended before it was ready");
      }
    }
    return new ChildJvm(process);
  }

  long pid() {
    return process.pid();
  }

  /** SIGKILL where there are signals; returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
