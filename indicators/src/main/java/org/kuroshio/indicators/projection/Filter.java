package org.kuroshio.indicators.projection;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.indicators.definition.Condition;

/** Conditions of a definition, compiled for decoded records. */
final class Filter implements Predicate<IndexedRecord> {
  private final List<Predicate<IndexedRecord>> all;

  Filter(Schema root, List<Condition> conditions) {
    this.all = conditions.stream().map(c -> compile(root, c)).toList();
  }

  @Override
  public boolean test(IndexedRecord record) {
    for (Predicate<IndexedRecord> condition : all) {
      if (!condition.test(record)) {
        return false;
      }
    }
    return true;
  }

  private static Predicate<IndexedRecord> compile(Schema root, Condition condition) {
    FieldPath path = new FieldPath(root, condition.path());
    if (condition instanceof Condition.In in) {
      Set<String> values = Set.copyOf(in.values());
      return record -> anyOf(path.get(record), values);
    }
    if (condition instanceof Condition.NotIn notIn) {
      Set<String> values = Set.copyOf(notIn.values());
      return record -> !anyOf(path.get(record), values);
    }
    if (condition instanceof Condition.Present present) {
      return record -> (path.get(record) != null) == present.present();
    }
    if (condition instanceof Condition.NotAfter notAfter) {
      return before(path, new FieldPath(root, notAfter.otherPath()), 0);
    }
    if (condition instanceof Condition.Before before) {
      return before(path, new FieldPath(root, before.otherPath()), before.days());
    }
    Condition.AtLeast atLeast = (Condition.AtLeast) condition;
    Schema element = ReaderSchema.element(FieldPath.schema(root, atLeast.path()));
    Filter having = new Filter(element, atLeast.having());
    FieldPath different =
        atLeast.different().isEmpty() ? null : new FieldPath(element, atLeast.different());
    return record -> count(path.list(record), having, different) >= atLeast.least();
  }

  private static Predicate<IndexedRecord> before(FieldPath path, FieldPath other, int days) {
    return record -> {
      Object first = path.get(record);
      Object second = other.get(record);
      return first != null
          && second != null
          && (long) Interval.of(first).to() + days <= Interval.of(second).to();
    };
  }

  private static long count(List<IndexedRecord> elements, Filter having, FieldPath different) {
    Stream<IndexedRecord> fitting = elements.stream().filter(having);
    return different == null
        ? fitting.count()
        : fitting.map(different::get).filter(Objects::nonNull).distinct().count();
  }

  private static boolean anyOf(Object value, Set<String> values) {
    if (value instanceof Collection<?> many) {
      return many.stream().anyMatch(v -> values.contains(v.toString()));
    }
    return value != null && values.contains(value.toString());
  }
}
