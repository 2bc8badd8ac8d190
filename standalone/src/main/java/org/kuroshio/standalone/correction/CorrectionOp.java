package org.kuroshio.standalone.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a row asks for. */
enum CorrectionOp {
  /** one field has another value */
  CORRECT,
  /** the entity counts nowhere, until a higher version brings it back */
  WITHDRAW,
  /** a withdrawn entity counts again, in its last state */
  RESTORE;

  static Optional<CorrectionOp> named(String word) {
    return Arrays.stream(values()).filter(op -> op.name().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(CorrectionOp::name).toList();
  }
}
