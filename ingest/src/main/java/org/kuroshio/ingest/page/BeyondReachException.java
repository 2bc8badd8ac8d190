package org.kuroshio.ingest.page;

/** There are more records than the publisher lets one page through. */
public final class BeyondReachException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BeyondReachException(int most) {
    super(
        "there are more pages than the "
            + most
            + " that 'pages.most' allows: ask for less at once, by a shorter 'step', by 'most' and"
            + " 'split' of the cursor, or by 'slices'");
  }
}
