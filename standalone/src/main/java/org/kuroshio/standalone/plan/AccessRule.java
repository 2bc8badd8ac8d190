package org.kuroshio.standalone.plan;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one resource must allow.
 *
 * @param prefixed whether the name stands for all that begin with it
 * @param operations in Kafka's words, sorted
 */
public record AccessRule(Resource resource, String name, boolean prefixed, Set<String> operations) {
  /** What Kafka guards, with the option of {@code kafka-acls} that names it. */
  public enum Resource {
    TOPIC("--topic"),
    GROUP("--group"),
    TRANSACTIONAL_ID("--transactional-id");

    private final String option;

    Resource(String option) {
      this.option = option;
    }
  }

  public AccessRule {
    operations = Collections.unmodifiableSet(new TreeSet<>(operations));
  }

  /** The command that allows it. */
  public String command(String bootstrapServers, String principal) {
    String allowed =
        operations.stream()
            .map(operation -> "--operation " + operation)
            .collect(Collectors.joining(" "));
    return "kafka-acls.sh --bootstrap-server %s --add --allow-principal %s %s %s %s%s"
        .formatted(
            bootstrapServers,
            principal,
            allowed,
            resource.option,
            name,
            prefixed ? " --resource-pattern-type prefixed" : "");
  }
}
