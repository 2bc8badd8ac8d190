package org.kuroshio.standalone.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kuroshio.standalone.Main;

/** A demo in a process of its own. Its lines are read by the test's thread. */
public final class ChildDemo implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private ChildDemo(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  public static ChildDemo start(Path data, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // as the launcher starts it
    command.addAll(List.of("-Xmx2g", "-XX:TieredStopAtLevel=1"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("kuroshio."))
        .forEach(name -> command.add("-D%s=%s".formatted(name, System.getProperty(name))));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "demo", "--data", data.toString()));
    command.addAll(List.of("--port", "0"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ChildDemo(builder.start());
  }

  /** From now on nobody wants to know what it says; it would stop when nobody reads it. */
  public void drain() {
    Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "demo-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Reads on until such a line comes.
   *
   * @throws IOException with everything it said, if the process ends before
   */
  public String await(Predicate<String> wanted) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new IOException("ended before such a line came:\n" + String.join("\n", lines));
  }

  public long pid() {
    return process.pid();
  }

  /** SIGTERM where there are signals; the exit status. */
  public int terminate() throws IOException, InterruptedException {
    // not the process's own destroy, which closes the output before its last words are read
    process.toHandle().destroy();
    output.lines().forEach(lines::add);
    return process.waitFor();
  }

  /** SIGKILL where there are signals. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** All that were read, in order. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
