package org.kuroshio.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.bench.hot.IndexMemory;

/**
 * Runs JMH and the weighing of the index in processes of their own and hands on what they print.
 */
final class Hot {
  private static final String JMH = "org.openjdk.jmh.Main";

  private Hot() {}

  static String run(String classPath) throws IOException {
    String functions =
        output(
            classPath,
            "-Xmx2g",
            JMH,
            List.of(
                "-prof",
                "gc",
                "-v",
                "SILENT",
                "-rf",
                "text",
                "-rff",
                "/dev/stdout",
                "HotFunctions"));
    return functions + output(classPath, "-Xmx3g", IndexMemory.class.getName(), List.of());
  }

  private static String output(String classPath, String heap, String main, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(heap, "-XX:+UseParallelGC", "-cp", classPath, main));
    command.addAll(args);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(main + " failed");
      }
      return printed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
