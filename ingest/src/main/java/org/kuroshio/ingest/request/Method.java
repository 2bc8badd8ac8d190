package org.kuroshio.ingest.request;

/** How it is asked. */
public enum Method {
  GET,
  POST
}
