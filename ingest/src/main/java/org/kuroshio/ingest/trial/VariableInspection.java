package org.kuroshio.ingest.trial;

import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.LetExpression;
import com.schibsted.spt.data.jslt.impl.VariableExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kuroshio.schemas.yaml.Nearest;

/** Finds variables that nobody defines; JSLT itself only notices when it runs. */
final class VariableInspection {
  private final MappingProblems problems;

  VariableInspection(MappingProblems problems) {
    this.problems = problems;
  }

  /**
   * @param given by the engine
   */
  void inspect(MappingTree tree, List<String> given) {
    Set<String> known = new HashSet<>(given);
    List<VariableExpression> used = new ArrayList<>();
    tree.all()
        .forEach(
            node -> {
              defined(node, known);
              if (node instanceof VariableExpression variable) {
                used.add(variable);
              }
            });
    for (VariableExpression variable : used) {
      if (!known.contains(variable.getVariable())) {
        problems.add(
            variable,
            "unknown variable '$"
                + variable.getVariable()
                + "'"
                + Nearest.hint(
                    "$" + variable.getVariable(),
                    known.stream().map(name -> "$" + name).sorted().toList()));
      }
    }
  }

  private static void defined(ExpressionNode node, Set<String> known) {
    if (node instanceof LetExpression let) {
      known.add(let.getVariable());
    }
  }
}
