package org.kuroshio.standalone.load;

import org.kuroshio.ingest.progress.LoadCounts;

/** Where a load shows how far it is. Called on the loading thread, some times a second. */
public interface Display {
  void reading(LoadCounts counts);

  /** Everything is read and published; the tables are being brought up to it. */
  void computing(LoadCounts counts);
}
