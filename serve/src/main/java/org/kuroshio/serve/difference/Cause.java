package org.kuroshio.serve.difference;

import java.util.Comparator;
import java.util.List;
import org.kuroshio.indicators.exact.Rational;

/**
 * Why a cell changed.
 *
 * @param entities that add something else to it than before, the largest change first
 * @param moreEntities how many more there are
 * @param inputs cells that it is made from and that changed too; for derived kinds
 */
public record Cause(List<Part> entities, int moreEntities, List<CellDifference> inputs) {
  /**
   * An entity's part in it.
   *
   * @param before what it added, 0 if nothing
   * @param after what it adds
   */
  public record Part(EntityChange entity, Rational before, Rational after) {
    static final Comparator<Part> LARGEST_FIRST =
        Comparator.comparing((Part part) -> part.change().abs())
            .reversed()
            .thenComparing(part -> part.entity().entityId());

    Rational change() {
      return after.subtract(before);
    }
  }

  public Cause {
    entities = List.copyOf(entities);
    inputs = List.copyOf(inputs);
  }

  Cause(List<Part> entities, List<CellDifference> inputs) {
    this(entities, 0, inputs);
  }

  Cause naming(int most) {
    return entities.size() <= most
        ? this
        : new Cause(entities.subList(0, most), entities.size() - most, inputs);
  }
}
