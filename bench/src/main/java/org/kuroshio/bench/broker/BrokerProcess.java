package org.kuroshio.bench.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.kuroshio.bench.child.ChildJvm;

/** The broker's process, and what is asked of the broker between runs. */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final ChildJvm process;
  private final String bootstrapServers;
  private final Admin admin;

  private BrokerProcess(ChildJvm process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /**
   * @param classPath with the embedded broker in it
   */
  public static BrokerProcess start(String classPath, Path directory) {
    ChildJvm process =
        ChildJvm.start(
            new ChildJvm.Command(
                "broker",
                classPath,
                BrokerMain.class.getName(),
                List.of("-Xmx1g", "-XX:+UseParallelGC"),
                List.of(directory.toString())));
    String line = process.awaitLine(BrokerMain.BOOTSTRAP, START);
    return new BrokerProcess(process, line.substring(BrokerMain.BOOTSTRAP.length()));
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public Admin admin() {
    return admin;
  }

  /** Bytes that producers have written since the start. */
  public long bytesIn() {
    process.say("bytes");
    return Long.parseLong(
        process.awaitLine(BrokerMain.BYTES, ANSWER).substring(BrokerMain.BYTES.length()));
  }

  public void create(String topic, int partitions) {
    Kafka.await(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
  }

  /** Frees the disk of a run; its consumer groups have names that never come again. */
  public void delete(String prefix) {
    List<String> names = new ArrayList<>(Kafka.await(admin.listTopics().names()));
    names.removeIf(name -> !name.startsWith(prefix));
    if (!names.isEmpty()) {
      Kafka.await(admin.deleteTopics(names).all());
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    process.close();
  }
}
