package org.kuroshio.ingest.trial;

import com.schibsted.spt.data.jslt.impl.AbstractOperator;
import com.schibsted.spt.data.jslt.impl.DotExpression;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.ForExpression;
import com.schibsted.spt.data.jslt.impl.LetExpression;
import com.schibsted.spt.data.jslt.impl.ObjectComprehension;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kuroshio.ingest.source.EntityMapping;
import org.kuroshio.ingest.template.Template;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * Finds fields of the record that can't be there: columns that the file does not have, and what is
 * dropped as personal.
 */
final class ColumnInspection {
  private final MappingProblems problems;

  ColumnInspection(MappingProblems problems) {
    this.problems = problems;
  }

  /**
   * @param columns all that the record can have, where that is known
   * @param dropped before the mapping
   */
  void inspect(
      MappingTree tree, EntityMapping entity, Optional<Set<String>> columns, Set<String> dropped) {
    for (DotExpression dot : tree.top().stream().flatMap(this::ofRecord).toList()) {
      problem(name(dot), columns, dropped).ifPresent(what -> problems.add(dot, what));
    }
    for (Optional<Template> template :
        List.of(entity.key(), entity.version(), entity.publishedAt())) {
      for (String field : template.map(Template::recordFields).orElse(List.of())) {
        problem(field, columns, dropped)
            .ifPresent(what -> problems.add(problems.definition(), what));
      }
    }
  }

  private static Optional<String> problem(
      String name, Optional<Set<String>> columns, Set<String> dropped) {
    if (dropped.contains(name)) {
      return Optional.of("'" + name + "' is dropped as personal before the mapping sees it");
    }
    if (!name.isEmpty() && columns.isPresent() && !columns.get().contains(name)) {
      return Optional.of(
          "the file has no column '"
              + name
              + "'"
              + Nearest.hint(name, columns.get().stream().sorted().toList()));
    }
    return Optional.empty();
  }

  /**
   * Innermost steps of paths that begin at the record; inside a loop or behind a pipe a path begins
   * elsewhere.
   */
  private Stream<DotExpression> ofRecord(ExpressionNode node) {
    List<ExpressionNode> children = MappingTree.children(node.getChildren());
    if (node instanceof DotExpression dot && children.isEmpty()) {
      return Stream.of(dot);
    }
    if (node instanceof ForExpression || node instanceof ObjectComprehension) {
      return children.stream()
          .filter(child -> !(child instanceof LetExpression))
          .limit(1)
          .flatMap(this::ofRecord);
    }
    if (node instanceof AbstractOperator operator && operator.getOperator().equals("|")) {
      return ofRecord(operator.getLeft());
    }
    return children.stream().flatMap(this::ofRecord);
  }

  /** Empty for the record itself. */
  private static String name(DotExpression dot) {
    String text = dot.toString();
    String name = text.startsWith(".") ? text.substring(1) : text;
    return name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
        ? name.substring(1, name.length() - 1)
        : name;
  }
}
