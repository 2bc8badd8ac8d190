package org.kuroshio.ingest.memory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.kuroshio.ingest.charset.Sha256;

/**
 * For every record its newest content, both as the first 8 bytes of a SHA-256, and the day until
 * which it is worth remembering. Divided into buckets, which are stored each on its own: a record
 * that changes rewrites a thousandth. Used by one thread.
 *
 * @see "Decision 041"
 */
public final class RecordMemory {
  public static final int BUCKETS = 1024;
  private static final int ENTRY_BYTES = Long.BYTES * 2 + Integer.BYTES;

  private record Seen(long content, int untilDay) {}

  private final Map<Integer, Map<Long, Seen>> buckets = new HashMap<>();
  private final MessageDigest digest = Sha256.digest();

  /** Whether the record was published with this content last. */
  public boolean knows(String key, String sha256) {
    long id = id(key);
    Seen seen = bucket(bucketOf(id)).get(id);
    return seen != null && seen.content() == content(sha256);
  }

  /**
   * @return the bucket that has changed
   */
  public int remember(String key, String sha256, LocalDate until) {
    long id = id(key);
    bucket(bucketOf(id)).put(id, new Seen(content(sha256), (int) until.toEpochDay()));
    return bucketOf(id);
  }

  /** Forgets what is not worth remembering any more. */
  public void forgetBefore(LocalDate day) {
    int least = (int) day.toEpochDay();
    buckets.values().forEach(bucket -> bucket.values().removeIf(seen -> seen.untilDay() < least));
  }

  private Map<Long, Seen> bucket(int number) {
    return buckets.computeIfAbsent(number, n -> new HashMap<>());
  }

  private static int bucketOf(long id) {
    return (int) Long.remainderUnsigned(id, BUCKETS);
  }

  private long id(String key) {
    return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static long content(String sha256) {
    return Long.parseUnsignedLong(sha256.substring(0, 16), 16);
  }

  /** One bucket as text, to be stored. */
  public String toText(int number) {
    Map<Long, Seen> bucket = bucket(number);
    ByteBuffer bytes = ByteBuffer.allocate(bucket.size() * ENTRY_BYTES);
    bucket.forEach((id, seen) -> bytes.putLong(id).putLong(seen.content()).putInt(seen.untilDay()));
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * @throws IllegalArgumentException if the text is none that {@link #toText} has made
   */
  public void load(int number, String text) {
    Map<Long, Seen> bucket = bucket(number);
    read(text).forEach(bucket::put);
  }

  /** Whether a text is a bucket's. */
  public static void check(String text) {
    read(text);
  }

  private static Map<Long, Seen> read(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    if (bytes.remaining() % ENTRY_BYTES != 0) {
      throw new IllegalArgumentException(
          "a bucket of remembered records has " + ENTRY_BYTES + " bytes for each");
    }
    Map<Long, Seen> read = new HashMap<>();
    while (bytes.hasRemaining()) {
      read.put(bytes.getLong(), new Seen(bytes.getLong(), bytes.getInt()));
    }
    return read;
  }
}
