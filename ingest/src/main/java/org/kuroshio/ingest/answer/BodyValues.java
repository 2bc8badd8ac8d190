package org.kuroshio.ingest.answer;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/** Finds single values in a body by pointers, without building its tree. */
public interface BodyValues {
  /** For bodies that have none, like CSV. */
  BodyValues NONE = (body, pointer) -> Optional.empty();

  /**
   * The text of the value there; {@code ""} for an object or a list. Empty where there is none or
   * null, or where the body can't be read that far.
   *
   * @param pointer {@code *} stands for any member, element or item: the first that has the rest
   */
  Optional<String> find(byte[] body, JsonPointer pointer);
}
