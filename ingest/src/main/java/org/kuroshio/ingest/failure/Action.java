package org.kuroshio.ingest.failure;

/** The only four things that can be done. */
public enum Action {
  /** it means that there is nothing: the page counts as empty, and the last */
  IGNORE,
  /** the request is rejected, as a record is, and reading goes on behind it */
  SKIP,
  /** it is asked again, later */
  RETRY,
  /** the task stops, as a person must act */
  FAIL
}
