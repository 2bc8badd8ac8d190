package org.kuroshio.indicators.ledger;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The states by id. Open addressing over one array: in a map of the library a node and a key for
 * each entity would weigh as much as what is kept of it. Entities are never taken out, as even a
 * forgotten one is remembered. Not thread-safe.
 */
final class EntityIndex {
  private static final int FIRST_SLOTS = 1 << 10;

  private EntityState[] slots = new EntityState[FIRST_SLOTS];
  private int size;

  /** Null for an id that never came. */
  EntityState get(byte[] id, int hash) {
    return slots[slot(slots, id, hash)];
  }

  /** Puts a state in the place of that of the same id. */
  void put(EntityState state) {
    int slot = slot(slots, state.id(), state.hash());
    boolean isNew = slots[slot] == null;
    slots[slot] = state;
    if (isNew) {
      size++;
      if (size > slots.length / 3 * 2) {
        grow();
      }
    }
  }

  int size() {
    return size;
  }

  void forEach(Consumer<EntityState> sink) {
    for (EntityState state : slots) {
      if (state != null) {
        sink.accept(state);
      }
    }
  }

  private void grow() {
    EntityState[] larger = new EntityState[Math.multiplyExact(slots.length, 2)];
    forEach(state -> larger[slot(larger, state.id(), state.hash())] = state);
    slots = larger;
  }

  private static int slot(EntityState[] slots, byte[] id, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != null
        && !(slots[slot].hash() == hash && Arrays.equals(slots[slot].id(), id))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
