package org.kuroshio.ingest.engine;

/**
 * Looks at the stop signal now and then, so that passing over millions of known records can be
 * ended too.
 */
final class StoppableWatch implements ReadWatch {
  private static final int EVERY = 1024;

  private final ReadWatch watch;
  private final StopSignal stop;
  private int records;

  StoppableWatch(ReadWatch watch, StopSignal stop) {
    this.watch = watch;
    this.stop = stop;
  }

  private void look() {
    if (++records % EVERY == 0) {
      stop.check();
    }
  }

  @Override
  public void bytes(long bytes) {
    watch.bytes(bytes);
  }

  @Override
  public void known(long count) {
    watch.known(count);
    look();
  }

  @Override
  public void read() {
    watch.read();
    look();
  }

  @Override
  public void ignored() {
    watch.ignored();
  }

  @Override
  public void skipped(String uri) {
    watch.skipped(uri);
  }

  @Override
  public void fileDone() {
    watch.fileDone();
  }
}
