package org.kuroshio.ingest.source;

/** The record already is an event in our own envelope. */
public record EnvelopeMapping() implements Mapping {}
