package org.kuroshio.indicators.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.kuroshio.schemas.frame.SchemaIds;

/**
 * Says which event of each entity is its state: the one of the greatest version, of those the one
 * of the greatest content, of equal ones the one that was published first. Remembers no content.
 * One thread.
 */
public final class LatestStates {
  private record Latest(long version, long contentHash, long publishedAt) {
    private static final Latest FORGOTTEN = new Latest(Long.MAX_VALUE, -1L, Long.MIN_VALUE);

    boolean isBefore(Latest other) {
      int order = Long.compare(version, other.version);
      order = order != 0 ? order : Long.compareUnsigned(contentHash, other.contentHash);
      order = order != 0 ? order : Long.compare(other.publishedAt, publishedAt);
      return order < 0;
    }
  }

  private final Map<String, Latest> states = new HashMap<>();
  private final ContentHash hash;

  public LatestStates(SchemaIds ids) {
    this.hash = new ContentHash(ids);
  }

  /**
   * Whether the event is its entity's state from now on.
   *
   * @param key the entity's id in UTF-8
   * @param framed the whole event as it stands in its topic
   * @param publishedAt in any unit, the same for all
   */
  public boolean accept(byte[] key, byte[] framed, long version, long publishedAt) {
    return accept(
        new String(key, StandardCharsets.UTF_8), new Latest(version, hash.of(framed), publishedAt));
  }

  /** The id is forgotten, whatever came before or comes after; true the first time. */
  public boolean forget(byte[] key) {
    return accept(new String(key, StandardCharsets.UTF_8), Latest.FORGOTTEN);
  }

  private boolean accept(String key, Latest event) {
    Latest before = states.get(key);
    if (before != null && !before.isBefore(event)) {
      return false;
    }
    states.put(key, event);
    return true;
  }
}
