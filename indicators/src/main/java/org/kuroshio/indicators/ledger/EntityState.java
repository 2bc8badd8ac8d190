package org.kuroshio.indicators.ledger;

/**
 * The accepted version of an entity and what it added: so many ten-thousandths or pieces to each of
 * these cells.
 *
 * @param version the greatest so far
 * @param contentHash decides between two events of one version, compared unsigned
 * @param offset of the accepted event in its partition, or -1 where the caller does not know it
 * @param cells numbers of base cells, one for each contribution
 * @param amounts what was added to each
 */
record EntityState(long version, long contentHash, long offset, int[] cells, long[] amounts) {
  private static final int[] NO_CELLS = {};
  private static final long[] NO_AMOUNTS = {};

  /** A null value came: the id is forgotten, whatever came before or comes after. */
  static final EntityState FORGOTTEN =
      new EntityState(Long.MAX_VALUE, -1L, -1L, NO_CELLS, NO_AMOUNTS);

  boolean isForgotten() {
    return version == FORGOTTEN.version && contentHash == FORGOTTEN.contentHash;
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
