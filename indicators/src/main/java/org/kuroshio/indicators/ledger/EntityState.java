package org.kuroshio.indicators.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The accepted version of an entity and what it added: so many ten-thousandths or pieces to each of
 * these cells.
 *
 * @param id the entity's id in UTF-8: half the size of a string, and no decoding
 * @param hash of the id, see {@link #hash(byte[])}
 * @param version the greatest so far
 * @param contentHash decides between two events of one version, compared unsigned
 * @param offset of the accepted event in its partition, or -1 where the caller does not know it
 * @param cells numbers of base cells, one for each contribution
 * @param amounts what was added to each; shared between states where all are 1
 */
record EntityState(
    byte[] id, int hash, long version, long contentHash, long offset, int[] cells, long[] amounts) {
  private static final int[] NO_CELLS = {};
  private static final long FORGOTTEN_VERSION = Long.MAX_VALUE;
  private static final long FORGOTTEN_HASH = -1L;
  private static final long[][] ONES = new long[16][];

  static {
    for (int length = 0; length < ONES.length; length++) {
      ONES[length] = new long[length];
      Arrays.fill(ONES[length], 1);
    }
  }

  EntityState {
    amounts = shared(amounts);
  }

  /** A null value came: the id is forgotten, whatever came before or comes after. */
  static EntityState forgotten(byte[] id, int hash) {
    return new EntityState(id, hash, FORGOTTEN_VERSION, FORGOTTEN_HASH, -1L, NO_CELLS, ONES[0]);
  }

  /** Most entities count one wherever they count: one array for all of them. */
  private static long[] shared(long[] amounts) {
    return amounts.length < ONES.length && Arrays.equals(amounts, ONES[amounts.length])
        ? ONES[amounts.length]
        : amounts;
  }

  /**
   * FNV-1a: ids differ in few digits, and 31-based hashes of such texts collide by the thousand.
   */
  static int hash(byte[] id) {
    int hash = 0x811C9DC5;
    for (byte b : id) {
      hash = (hash ^ b) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }

  String idText() {
    return new String(id, StandardCharsets.UTF_8);
  }

  boolean isForgotten() {
    return version == FORGOTTEN_VERSION && contentHash == FORGOTTEN_HASH;
  }

  /**
   * Negative if the event of this version and content comes before this state, 0 if it is this
   * state.
   */
  int compare(long otherVersion, long otherHash) {
    int byVersion = Long.compare(otherVersion, version);
    return byVersion != 0 ? byVersion : Long.compareUnsigned(otherHash, contentHash);
  }
}
