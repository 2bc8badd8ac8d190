package org.kuroshio.indicators.alert.rule;

import java.util.List;
import java.util.Set;
import org.kuroshio.schemas.yaml.YamlMap;

/**
 * One word that {@code test:} may have.
 *
 * @param word as in the file: {@code overdue}
 * @param keys what a rule of this kind has beside what all rules have
 * @param values what a message may name in braces
 * @param meaning for people who write rules
 * @param reader makes the test of the whole rule's node
 */
public record TestKind(
    String word, Set<String> keys, Set<String> values, String meaning, Reader reader) {
  /** Reads the keys of one kind. */
  public interface Reader {
    /**
     * @throws org.kuroshio.schemas.yaml.DefinitionException naming the place and what would be
     *     right
     */
    Test read(YamlMap rule);
  }

  public TestKind {
    keys = Set.copyOf(keys);
    values = Set.copyOf(values);
  }

  /** In the order of the alphabet. */
  public List<String> sortedKeys() {
    return keys.stream().sorted().toList();
  }
}
