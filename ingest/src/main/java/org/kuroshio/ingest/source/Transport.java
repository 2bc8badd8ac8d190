package org.kuroshio.ingest.source;

/** How the bytes come to us. */
public sealed interface Transport permits FileTransport, HttpTransport {}
