package org.kuroshio.standalone.correction;

import java.nio.file.Path;
import java.util.List;
import org.kuroshio.standalone.failure.Failure;

/**
 * A file of corrections that could be read, not yet compared with what is known.
 *
 * @param edits at least one
 */
public record CorrectionPlan(Path file, Author author, List<EntityEdit> edits) {
  public CorrectionPlan {
    edits = List.copyOf(edits);
  }

  /**
   * @throws Failure naming everything that is wrong in the file itself
   */
  public static CorrectionPlan of(Path file, Author author) {
    Findings findings = new Findings(file.toString());
    List<EntityEdit> edits = EntityEdit.of(CorrectionFile.read(file, findings), findings);
    findings.throwIfAny();
    return new CorrectionPlan(file, author, edits);
  }
}
