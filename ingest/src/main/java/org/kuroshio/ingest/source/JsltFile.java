package org.kuroshio.ingest.source;

/**
 * A JSLT file beside the definition.
 *
 * @param file its name
 */
public record JsltFile(String file) implements Mapping {}
