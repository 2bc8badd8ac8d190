package org.kuroshio.standalone.correction;

import java.util.Optional;

/**
 * One row of a file, not yet compared with what is known.
 *
 * @param position as {@code line 3}
 * @param sha256 of its bytes
 * @param field empty for what concerns the whole entity
 * @param value what the field shall be; empty to remove it
 */
record CorrectionRow(
    String position,
    String sha256,
    String entityId,
    CorrectionOp op,
    String field,
    Optional<String> value) {}
