package org.kuroshio.ingest.live;

import org.kuroshio.ingest.engine.ReadWatch;

/** Keeps the counts of one page until it is known whether the page counts. */
final class PageWatch implements ReadWatch {
  private long bytes;
  private long known;
  private long read;
  private long ignored;

  @Override
  public void bytes(long more) {
    bytes += more;
  }

  @Override
  public void known(long records) {
    known += records;
  }

  @Override
  public void read() {
    read++;
  }

  @Override
  public void ignored() {
    ignored++;
  }

  @Override
  public void skipped(String uri) {
    // a page is no file that could match no pattern
  }

  @Override
  public void fileDone() {
    // nor is it one of several files
  }

  void tell(ReadWatch watch) {
    watch.bytes(bytes);
    watch.known(known);
    for (long i = 0; i < read; i++) {
      watch.read();
    }
    for (long i = 0; i < ignored; i++) {
      watch.ignored();
    }
  }
}
