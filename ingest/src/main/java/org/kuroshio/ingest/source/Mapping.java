package org.kuroshio.ingest.source;

/** What makes an entity of a record. */
public sealed interface Mapping permits JsltFile, InlineJslt, EnvelopeMapping {}
