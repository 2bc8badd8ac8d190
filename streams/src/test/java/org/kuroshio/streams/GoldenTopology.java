package org.kuroshio.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/** Holds a topology against the description beside its test; `-Dgolden=write` writes it anew. */
public final class GoldenTopology {
  private static final Path FOLDER = Path.of("src", "test", "resources", "topology");

  private GoldenTopology() {}

  public static void assertSame(String name, Topology topology) {
    Path file = FOLDER.resolve(name + ".txt");
    String description = topology.describe().toString();
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(file, description, StandardCharsets.UTF_8);
      }
      assertThat(description)
          .as("%s: a changed topology is written with -Dgolden=write and reviewed", file)
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
