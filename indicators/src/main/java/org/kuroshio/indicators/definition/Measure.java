package org.kuroshio.indicators.definition;

import java.util.List;
import java.util.Optional;

/**
 * What is added up: one or more indicators read the same measure (whole and fractional counts of
 * the same facts do).
 *
 * @param stream `programs`, `patents`, `ventures`, `reference`
 * @param entity the Avro record name
 * @param where all must hold
 * @param each counts the elements of this array that fit, instead of the entity
 * @param timing when
 * @param region where
 * @param breakdown dimensions: fields of enum, text or boolean, each broken down by itself
 */
public record Measure(
    String stream,
    String entity,
    List<Condition> where,
    Optional<Each> each,
    Aggregation aggregation,
    Timing timing,
    RegionBasis region,
    List<String> breakdown) {
  public Measure {
    where = List.copyOf(where);
    breakdown = List.copyOf(breakdown);
  }

  /** An array of records and the conditions its elements must meet. */
  public record Each(String path, List<Condition> where) {
    public Each {
      where = List.copyOf(where);
    }
  }

  /** When a fact counts. */
  public sealed interface Timing {
    /** At a date: the first of these paths that is set. */
    record At(List<String> paths) implements Timing {
      public At {
        paths = List.copyOf(paths);
      }
    }

    /** During a presence, one or several (the phases of a milestone). */
    record During(List<Presence> presences) implements Timing {
      public During {
        presences = List.copyOf(presences);
      }
    }
  }
}
