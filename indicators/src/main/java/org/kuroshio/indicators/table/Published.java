package org.kuroshio.indicators.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kuroshio.schemas.table.IndicatorValue;

/** What readers have been told: a digest of each cell by its key, and of all cells together. */
final class Published {
  private final Map<String, Long> cells = new HashMap<>();
  private final MessageDigest sha256;
  private long digest;

  Published() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** True if the value differs from what readers know. */
  boolean put(String key, IndicatorValue value) {
    long now = hash(key, value);
    Long before = cells.put(key, now);
    if (before != null && before == now) {
      return false;
    }
    digest += now - (before == null ? 0 : before);
    return true;
  }

  /** True if readers know the cell. */
  boolean remove(String key) {
    Long before = cells.remove(key);
    if (before == null) {
      return false;
    }
    digest -= before;
    return true;
  }

  Set<String> keys() {
    return cells.keySet();
  }

  int size() {
    return cells.size();
  }

  /**
   * 16 hexadecimal digits; the sum of the cells' digests, so that the order in which they came does
   * not enter it.
   */
  String cutId() {
    return HexFormat.of().toHexDigits(digest);
  }

  private long hash(String key, IndicatorValue value) {
    String content =
        String.join(
            "\n",
            key,
            Objects.requireNonNullElse(value.getValue(), "-"),
            Objects.requireNonNullElse(value.getExact(), "-"),
            Objects.requireNonNullElse(value.getNumerator(), "-"),
            Objects.requireNonNullElse(value.getDenominator(), "-"),
            Objects.requireNonNullElse(value.getRank(), "-"),
            String.valueOf(value.getRanked()),
            value.getStatus().name(),
            Objects.requireNonNullElse(value.getReason(), "-"));
    return ByteBuffer.wrap(sha256.digest(content.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
