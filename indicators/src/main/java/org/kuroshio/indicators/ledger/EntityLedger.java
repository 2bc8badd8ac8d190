package org.kuroshio.indicators.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.kuroshio.indicators.projection.Contribution;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.projection.UncountableException;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.schemas.frame.GenericFrameReader;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.frame.UndecodableException;

/**
 * Keeps the latest state of each entity of one partition, and the sums of what they add. After any
 * sequence of events it is what it would be after any other sequence of the same events. Not
 * thread-safe.
 */
public final class EntityLedger {
  /** Takes absolute sums. */
  public interface SumSink {
    void sum(BaseKey key, long sum);

    /** No entity adds to this cell any more. */
    void gone(BaseKey key);
  }

  /** Takes what an entity adds to a cell. */
  public interface ContributorSink {
    void contributor(String entityId, long offset, BaseKey cell, long amount);
  }

  private static final long UNKNOWN_OFFSET = -1;

  private final EventProjection projection;
  private final GenericFrameReader reader;
  private final ContentHash hash;
  private final EntityIndex entities = new EntityIndex();
  private final BaseCells cells = new BaseCells();
  private long recordsRead;
  private long newestPublishedAt;
  private GenericRecord reused;

  public EntityLedger(EventProjection projection, SchemaIds ids) {
    this.projection = projection;
    this.reader = new GenericFrameReader(ids, projection.readerSchema());
    this.hash = new ContentHash(ids);
  }

  /** Takes one event whose offset nobody will ask for. */
  public Outcome apply(byte[] key, byte[] value) {
    return apply(key, value, UNKNOWN_OFFSET);
  }

  /**
   * Takes one event.
   *
   * @param key the Kafka key: the entity's id in UTF-8
   * @param value the framed envelope, or null to forget the id for ever
   * @param offset of the event in its partition, given back by {@link #contributors}
   */
  public Outcome apply(byte[] key, byte[] value, long offset) {
    recordsRead++;
    if (key == null || key.length == 0) {
      return new Outcome.Rejected(
          "no-key", "the event has no key, but its entity id must be the key");
    }
    if (value == null) {
      int idHash = EntityState.hash(key);
      return replace(entities.get(key, idHash), EntityState.forgotten(key, idHash));
    }
    try {
      reused = reader.read(value, reused);
      String id = projection.entityId(reused);
      if (!isText(key, id)) {
        return new Outcome.Rejected(
            "key-differs", "the key differs from the entity id '" + id + "' in the event");
      }
      return accept(key, projection.version(reused), hash.of(value), offset);
    } catch (UndecodableException e) {
      return new Outcome.Rejected("undecodable", e.getMessage());
    } catch (UncountableException e) {
      return new Outcome.Rejected(e.reason(), e.getMessage());
    } catch (UnknownRegionException e) {
      return new Outcome.Rejected("unknown-region", e.getMessage());
    } catch (ArithmeticException e) {
      return new Outcome.Rejected(
          "overflow",
          "an amount or sum has no room in 64 bits of ten-thousandths: " + e.getMessage());
    }
  }

  /** Counts a record that the caller found unusable. */
  public Outcome refuse(String reason, String detail) {
    recordsRead++;
    return new Outcome.Rejected(reason, detail);
  }

  private Outcome accept(byte[] id, long version, long contentHash, long offset) {
    // also where a later version is known: the newest time must not depend on the order of arrival
    newestPublishedAt = Math.max(newestPublishedAt, projection.publishedAt(reused));
    int idHash = EntityState.hash(id);
    EntityState old = entities.get(id, idHash);
    if (old != null && old.compare(version, contentHash) <= 0) {
      return new Outcome.Superseded();
    }
    List<Contribution> contributions = new ArrayList<>();
    projection.contributions(reused, contributions::add);
    int[] numbers = new int[contributions.size()];
    long[] amounts = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = cells.number(BaseKey.of(contributions.get(i)));
      amounts[i] = contributions.get(i).amount();
    }
    return replace(
        old, new EntityState(id, idHash, version, contentHash, offset, numbers, amounts));
  }

  /** Whether the bytes are the text in UTF-8; most ids are of ASCII, and need no copy. */
  private static boolean isText(byte[] bytes, String text) {
    if (bytes.length != text.length()) {
      return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Outcome replace(EntityState old, EntityState state) {
    if (old != null && old.isForgotten()) {
      return new Outcome.Superseded();
    }
    if (old != null) {
      for (int i = 0; i < old.cells().length; i++) {
        cells.retract(old.cells()[i], old.amounts()[i]);
      }
    }
    int added = 0;
    try {
      for (; added < state.cells().length; added++) {
        cells.add(state.cells()[added], state.amounts()[added]);
      }
    } catch (ArithmeticException e) {
      undo(state, added, old);
      throw e;
    }
    entities.put(state);
    return new Outcome.Applied();
  }

  private void undo(EntityState state, int added, EntityState old) {
    for (int i = 0; i < added; i++) {
      cells.retract(state.cells()[i], state.amounts()[i]);
    }
    for (int i = 0; old != null && i < old.cells().length; i++) {
      cells.add(old.cells()[i], old.amounts()[i]);
    }
  }

  /** Hands over the sums that changed since the last call, and returns their number. */
  public int drainChanges(SumSink sink) {
    return cells.drain(sink);
  }

  /** Hands over every sum; nothing counts as changed after it. */
  public void all(SumSink sink) {
    cells.all(sink);
  }

  public boolean hasChanges() {
    return cells.hasChanges();
  }

  /**
   * Finds the entities behind cells: every contribution to a cell that is wanted, in no order.
   * Looks at each distinct cell once and then at four bytes for each contribution.
   */
  public void contributors(Predicate<BaseKey> wanted, ContributorSink sink) {
    BitSet numbers = cells.numbers(wanted);
    if (numbers.isEmpty()) {
      return;
    }
    entities.forEach(
        state -> {
          for (int i = 0; i < state.cells().length; i++) {
            int number = state.cells()[i];
            if (numbers.get(number)) {
              sink.contributor(
                  state.idText(), state.offset(), cells.key(number), state.amounts()[i]);
            }
          }
        });
  }

  /** Events taken since the beginning of the log, usable or not. */
  public long recordsRead() {
    return recordsRead;
  }

  /** Microseconds since 1970 of the newest event that could be read; 0 before the first. */
  public long newestPublishedAt() {
    return newestPublishedAt;
  }

  public int entities() {
    return entities.size();
  }
}
