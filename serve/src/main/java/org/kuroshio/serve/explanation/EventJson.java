package org.kuroshio.serve.explanation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an event says of its origin, as JSON. */
public final class EventJson {
  private EventJson() {}

  /** Adds the event's fields to an object that names its entity. */
  public static void put(ObjectNode node, EntityEvent event) {
    node.put("record", event.record());
    node.put("op", event.op());
    node.put("source", event.source());
    node.put("sourceRecordId", event.sourceRecordId());
    node.put("version", event.version());
    node.put("publishedAt", event.publishedAt().toString());
    node.put("observedAt", event.observedAt().toString());
    node.put("standsFor", event.standsFor());
    ArrayNode quality = node.putArray("quality");
    event.quality().forEach(quality::add);
    node.put("uri", event.uri());
    node.put("position", event.position());
    node.put("sha256", event.sha256());
    event.reason().ifPresent(reason -> node.put("reason", reason));
  }
}
