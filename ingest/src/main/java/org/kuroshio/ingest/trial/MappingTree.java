package org.kuroshio.ingest.trial;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.impl.ExpressionImpl;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.FunctionDeclaration;
import com.schibsted.spt.data.jslt.impl.LetExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A compiled mapping taken apart, as far as JSLT shows it: the bodies of functions it does not. */
record MappingTree(List<ExpressionNode> top) {
  static MappingTree of(Expression expression) {
    return expression instanceof ExpressionImpl compiled
        ? new MappingTree(children(compiled.getChildren()))
        : new MappingTree(List.of());
  }

  static List<ExpressionNode> children(List<ExpressionNode> found) {
    List<ExpressionNode> children = new ArrayList<>(found);
    children.removeIf(Objects::isNull);
    return children;
  }

  /** Without variables' definitions: what a construct is about. */
  static List<ExpressionNode> parts(ExpressionNode node) {
    return children(node.getChildren()).stream()
        .filter(child -> !(child instanceof LetExpression))
        .toList();
  }

  /** The expression whose value is the mapping's result. */
  Optional<ExpressionNode> result() {
    return top.stream()
        .filter(node -> !(node instanceof LetExpression || node instanceof FunctionDeclaration))
        .reduce((first, last) -> last);
  }

  /** Every node that can be seen. */
  Stream<ExpressionNode> all() {
    return top.stream().flatMap(MappingTree::below);
  }

  private static Stream<ExpressionNode> below(ExpressionNode node) {
    return Stream.concat(
        Stream.of(node), children(node.getChildren()).stream().flatMap(MappingTree::below));
  }
}
