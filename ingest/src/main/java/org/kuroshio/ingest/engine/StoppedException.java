package org.kuroshio.ingest.engine;

/**
 * Leaves a long pass over a file because somebody wants us to stop. Nothing is lost: it is done
 * again at the next start.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoppedException() {
    super("stopped", null, false, false);
  }
}
