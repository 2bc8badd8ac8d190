package org.kuroshio.ingest.request;

/** A service of the European Patent Office, named as in its X-Throttling-Control header. */
public enum EpoService {
  IMAGES,
  INPADOC,
  OTHER,
  RETRIEVAL,
  SEARCH
}
