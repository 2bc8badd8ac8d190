package org.kuroshio.ingest.source;

import org.kuroshio.ingest.yaml.Place;

/** JSLT inside the definition. */
public record InlineJslt(Place place, String text) implements Mapping {}
