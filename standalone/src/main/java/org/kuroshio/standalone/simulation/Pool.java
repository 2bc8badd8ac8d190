package org.kuroshio.standalone.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Things that wait for what becomes of them. Taking one costs the same however many there are. */
final class Pool<T> {
  private static final int TRIES = 8;

  private final List<T> all = new ArrayList<>();

  void add(T one) {
    all.add(one);
  }

  /** Any of them, which leaves the pool; empty if none is there. */
  Optional<T> take(Chance chance) {
    return take(chance, one -> true);
  }

  /** Looks at a few at random; empty if none of these is wanted. */
  Optional<T> take(Chance chance, Predicate<T> wanted) {
    for (int i = 0; i < TRIES && !all.isEmpty(); i++) {
      int index = chance.below(all.size());
      T one = all.get(index);
      if (wanted.test(one)) {
        T last = all.remove(all.size() - 1);
        if (index < all.size()) {
          all.set(index, last);
        }
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
