package org.kuroshio.schemas.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.kuroshio.schemas.frame.RegistryHttp.Answer;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/**
 * Ids of a schema registry that speaks Confluent's REST API: Confluent's own, Apicurio, Karapace,
 * Redpanda. Every answer is kept for the life of the object, as ids never change their meaning;
 * failures are not kept.
 */
public final class RegistryIds implements SchemaIds {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final RegistryHttp http;
  private final boolean register;
  private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  private record Registered(String subject, Schema schema) {}

  public RegistryIds(RegistrySettings settings) {
    this.http = new RegistryHttp(settings);
    this.register = settings.register();
  }

  @Override
  public int idOf(String subject, Schema schema) {
    Registered key = new Registered(subject, schema);
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    int id = askForId(subject, schema);
    ids.put(key, id);
    return id;
  }

  @Override
  public Schema schemaOf(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    Schema schema = askForSchema(id);
    schemas.put(id, schema);
    return schema;
  }

  private int askForId(String subject, Schema schema) {
    JsonNode body = JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    String lookup = "/subjects/" + RegistryHttp.segment(subject);
    String path = lookup + (register ? "/versions" : "");
    Answer answer = http.post(path, body);
    if (answer.status() == CONFLICT) {
      // of two processes that register at the same moment one is refused, and finds what is there
      Answer found = http.post(lookup, body);
      answer = found.status() == NOT_FOUND ? http.post(path, body) : found;
    }
    if (answer.status() == NOT_FOUND) {
      throw new RegistryException(
          "%s does not have this release's schema of %s: register it before starting, or allow registering"
              .formatted(http.base(), subject));
    }
    if (answer.status() == CONFLICT) {
      throw new RegistryException(
          "%s refuses this release's schema of %s as incompatible with an earlier version (%s): was a newer release used here?"
              .formatted(http.base(), subject, answer.complaint()));
    }
    return http.accepted(answer, path).integer("id");
  }

  private Schema askForSchema(int id) {
    String path = "/schemas/ids/" + id;
    Answer answer = http.get(path);
    if (answer.status() == NOT_FOUND) {
      throw new UndecodableException(
          Reason.UNKNOWN_ID,
          "schema id %d is unknown to %s: was the record written with another registry?"
              .formatted(id, http.base()));
    }
    String text = http.accepted(answer, path).text("schema");
    try {
      return new Schema.Parser().parse(text);
    } catch (SchemaParseException e) {
      throw new UndecodableException(
          Reason.INCOMPATIBLE_SCHEMA,
          "schema id %d of %s is no Avro schema: %s".formatted(id, http.base(), e.getMessage()),
          e);
    }
  }
}
