package org.kuroshio.standalone.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kuroshio.standalone.Main;

/** {@code kuroshio run} in a process of its own, its log in a file. */
public final class ChildRun implements AutoCloseable {
  private static final int LONGEST_STOP_SECONDS = 40;

  private final Process process;
  private final Path log;

  private ChildRun(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ChildRun start(Path config, Path log, String... more) throws IOException {
    return start(config, log, Map.of(), more);
  }

  /**
   * @param environment besides the test's own
   */
  public static ChildRun start(
      Path config, Path log, Map<String, String> environment, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx700m", "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", "--config", config.toString(), "--verbose"));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("KUROSHIO_PROGRESS", "terminal");
    builder.environment().putAll(environment);
    return new ChildRun(builder.start(), log);
  }

  /** SIGKILL where there are signals. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM where there are signals; the exit status. */
  public int terminate() throws InterruptedException, IOException {
    process.toHandle().destroy();
    if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("still there after SIGTERM; its log ends with " + lastLines());
    }
    return process.exitValue();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  public String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
