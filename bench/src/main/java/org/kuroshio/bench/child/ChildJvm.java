package org.kuroshio.bench.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java process that tells lines on its standard output. What it says on standard error goes to
 * ours. Ended when closed, and when this process ends.
 */
public final class ChildJvm implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;
  private static final String ENDED = "\u0000";

  /**
   * What to start.
   *
   * @param name for messages
   */
  public record Command(
      String name, String classPath, String main, List<String> options, List<String> arguments) {}

  /** A line and when it came, of {@link System#nanoTime()}. */
  public record Line(String text, long atNanos) {}

  private final String name;
  private final Process process;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private final Thread ender;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
    this.ender = new Thread(process::destroyForcibly, "end-" + name);
    Runtime.getRuntime().addShutdownHook(ender);
    Thread reader = new Thread(this::readLines, "read-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  public static ChildJvm start(Command command) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(command.options());
    words.addAll(List.of("-cp", command.classPath(), command.main()));
    words.addAll(command.arguments());
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new ChildJvm(command.name(), process);
    } catch (IOException e) {
      throw new UncheckedIOException("can't start " + command.name(), e);
    }
  }

  private void readLines() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(new Line(line, System.nanoTime()));
      }
    } catch (IOException e) {
      lines.add(new Line("standard output broke: " + e.getMessage(), System.nanoTime()));
    }
    lines.add(new Line(ENDED, System.nanoTime()));
  }

  /** The text of the next line that begins so; other lines are passed over. */
  public String awaitLine(String beginning, Duration atMost) {
    return await(beginning, atMost).text();
  }

  /**
   * @throws IllegalStateException if the process ends before, or the time is over
   */
  public Line await(String beginning, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (true) {
        Line line = lines.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (line == null) {
          throw new IllegalStateException(
              name + " did not say '" + beginning + "' within " + atMost.toSeconds() + " s");
        }
        if (line.text().equals(ENDED)) {
          throw new IllegalStateException(name + " ended before it said '" + beginning + "'");
        }
        if (line.text().startsWith(beginning)) {
          return line;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  public void say(String line) {
    try {
      process.outputWriter().write(line + "\n");
      process.outputWriter().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not listen", e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** CPU time so far, with that of the processes that it started and that still run. */
  public Duration cpu() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The most memory it ever had resident, in bytes; 0 where the system does not say. */
  public long peakMemoryBytes() {
    return PeakMemory.bytes(process.pid());
  }

  /** SIGKILL where there are signals; returns when the process is gone. */
  public void kill() {
    process.destroyForcibly();
    close();
  }

  /** Asks the process to end, and kills it if it does not. */
  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(ender);
  }
}
