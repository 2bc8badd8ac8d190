package org.kuroshio.standalone.installation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Place;
import org.kuroshio.standalone.failure.Failure;

/** What is wrong with a configuration, collected so that an operator sees it all at once. */
final class Mistakes {
  private final List<String> found = new ArrayList<>();

  void add(Place place, String what) {
    found.add(place.problem(what).getMessage());
  }

  /** What a reading step gives, unless it is wrong, which is kept. */
  <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (DefinitionException e) {
      found.add(e.getMessage());
      return Optional.empty();
    }
  }

  /** The same for a value that may refuse its parts. */
  <T> Optional<T> attempt(Place place, Supplier<T> step) {
    return attempt(() -> place.checked(step));
  }

  /**
   * @throws Failure with all of them, if there are any
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new Failure(String.join("\n", found));
    }
  }
}
