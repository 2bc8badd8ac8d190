package org.kuroshio.indicators.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An entity id as its UTF-8 bytes: half the size of a string, and no decoding. */
final class EntityKey {
  private final byte[] bytes;
  private final int hash;

  EntityKey(byte[] bytes) {
    this.bytes = bytes;
    this.hash = hash(bytes);
  }

  /**
   * FNV-1a: ids differ in few digits, and 31-based hashes of such texts collide by the thousand.
   */
  private static int hash(byte[] bytes) {
    int hash = 0x811C9DC5;
    for (byte b : bytes) {
      hash = (hash ^ b) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
