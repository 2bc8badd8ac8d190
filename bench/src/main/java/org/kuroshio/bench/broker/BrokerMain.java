package org.kuroshio.bench.broker;

import com.yammer.metrics.core.Meter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/**
 * A real broker until standard input ends. Says `bootstrap HOST:PORT`, and answers each line of
 * input with `bytes N`: what producers have written so far, as it came over the wire.
 */
public final class BrokerMain {
  static final String BOOTSTRAP = "bootstrap ";
  static final String BYTES = "bytes ";

  private BrokerMain() {}

  public static void main(String[] args) throws IOException {
    try (DataDirectory directory = DataDirectory.openOrCreate(Path.of(args[0]), "bench");
        EmbeddedBroker broker =
            EmbeddedBroker.start(directory, 0, fault -> System.err.println(fault.getMessage()))) {
      System.out.println(BOOTSTRAP + broker.bootstrapServers());
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (questions.readLine() != null) {
        System.out.println(BYTES + bytesIn());
      }
    }
    System.exit(0);
  }

  private static long bytesIn() {
    return KafkaYammerMetrics.defaultRegistry().allMetrics().entrySet().stream()
        .filter(
            metric ->
                metric.getKey().getName().equals("BytesInPerSec")
                    && metric.getKey().getScope() == null)
        .map(Map.Entry::getValue)
        .mapToLong(meter -> ((Meter) meter).count())
        .sum();
  }
}
