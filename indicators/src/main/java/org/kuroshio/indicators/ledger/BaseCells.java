package org.kuroshio.indicators.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The sums of one partition. Keys are interned to small numbers, so that an entity remembers what
 * it added in four bytes a cell. Not thread-safe.
 */
final class BaseCells {
  private final Map<BaseKey, Integer> numbers = new HashMap<>();
  private final List<BaseKey> keys = new ArrayList<>();
  private final BitSet changed = new BitSet();
  private long[] sums = new long[1024];
  private int[] entities = new int[1024];

  int number(BaseKey key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = keys.size();
    numbers.put(key, number);
    keys.add(key);
    if (number == sums.length) {
      sums = Arrays.copyOf(sums, number * 2);
      entities = Arrays.copyOf(entities, number * 2);
    }
    return number;
  }

  /**
   * @throws ArithmeticException if the sum has no room in a long; nothing is changed then
   */
  void add(int number, long amount) {
    sums[number] = Math.addExact(sums[number], amount);
    entities[number]++;
    changed.set(number);
  }

  void retract(int number, long amount) {
    sums[number] = Math.subtractExact(sums[number], amount);
    entities[number]--;
    changed.set(number);
  }

  /** Hands over the cells that changed since the last call. */
  int drain(EntityLedger.SumSink sink) {
    int count = 0;
    for (int number = changed.nextSetBit(0); number >= 0; number = changed.nextSetBit(number + 1)) {
      hand(number, sink);
      count++;
    }
    changed.clear();
    return count;
  }

  /** Hands over every cell that has entities. */
  void all(EntityLedger.SumSink sink) {
    for (int number = 0; number < keys.size(); number++) {
      if (entities[number] > 0) {
        hand(number, sink);
      }
    }
    changed.clear();
  }

  boolean hasChanges() {
    return !changed.isEmpty();
  }

  /** The cells with entities that are wanted. */
  BitSet numbers(Predicate<BaseKey> wanted) {
    BitSet found = new BitSet();
    for (int number = 0; number < keys.size(); number++) {
      if (entities[number] > 0 && wanted.test(keys.get(number))) {
        found.set(number);
      }
    }
    return found;
  }

  BaseKey key(int number) {
    return keys.get(number);
  }

  private void hand(int number, EntityLedger.SumSink sink) {
    if (entities[number] > 0) {
      sink.sum(keys.get(number), sums[number]);
    } else {
      sink.gone(keys.get(number));
    }
  }
}
