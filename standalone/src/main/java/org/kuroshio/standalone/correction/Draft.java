package org.kuroshio.standalone.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.schemas.entity.EventContext;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.entity.EventJson;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.entity.FiscalCalendar;
import org.kuroshio.schemas.entity.InvalidEventException;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Provenance;
import org.kuroshio.schemas.event.Quality;

/**
 * The next event of an entity in the making, as JSON: the fields of the state it begins with, and
 * those that were set since. The fields are the entity's own and {@code standsFor}.
 */
final class Draft {
  /** Of every event by hand. */
  static final String SOURCE = "manual";

  private static final FieldPath STANDS_FOR = FieldPath.parse("standsFor");

  private final ObjectNode event;

  private Draft(ObjectNode event) {
    this.event = event;
  }

  /**
   * @param state what is gone on from
   * @param current whose version the new one is above
   */
  static Draft after(
      SpecificRecord current, SpecificRecord state, Op op, Author author, EntityEdit edit) {
    ObjectNode event = EventTree.of(state);
    long version = (Long) ((GenericRecord) current).get("version");
    event.put("version", version + 1);
    event.put("source", SOURCE);
    event.put("op", op.name());
    event.put("publishedAt", author.at().toString());
    event.put("observedAt", author.at().toString());
    // the licence stays: what is not corrected is still what the source published
    event
        .withObjectProperty("provenance")
        .put("uri", author.file())
        .put("position", author.position(edit.position()))
        .put("sha256", edit.sha256());
    mark(event.withArrayProperty("quality"));
    return new Draft(event);
  }

  /** A finished event, to look at. */
  static Draft of(KeyedEvent event) {
    return new Draft(EventTree.of(event.value().orElseThrow()));
  }

  /** What stands at the path; a missing node if nothing does. */
  JsonNode get(FieldPath path) {
    return path.equals(STANDS_FOR) ? event.path("standsFor") : path.in(entity());
  }

  /**
   * @param value empty to remove what stands there
   * @throws IllegalArgumentException as {@link FieldPath#set}
   */
  void set(FieldPath path, Optional<String> value) {
    if (!path.equals(STANDS_FOR)) {
      path.set(entity(), value);
    } else {
      event.set("standsFor", value.<JsonNode>map(TextNode::valueOf).orElse(IntNode.valueOf(1)));
    }
  }

  /**
   * @throws InvalidEventException with all that is wrong with it
   */
  KeyedEvent read(EventStream stream, Regions regions) {
    EventContext context = EventContext.NONE.withKnownRegions(code -> isKnown(code, regions));
    Optional<FiscalCalendar> calendar = calendar();
    Provenance none = new Provenance("none", "none", "0".repeat(64), null);
    EventDefaults unused = new EventDefaults(SOURCE, java.time.Instant.EPOCH, none);
    return EventJson.envelope(
        stream, event, unused, calendar.map(context::withFiscalYears).orElse(context));
  }

  /** The one of the country that the entity's regions lie in, if that is one. */
  private Optional<FiscalCalendar> calendar() {
    List<String> countries =
        entity().findValuesAsText("country").stream()
            .distinct()
            .filter(c -> !c.equals("ZZ"))
            .toList();
    return countries.size() == 1 ? FiscalCalendar.ofCountry(countries.get(0)) : Optional.empty();
  }

  private ObjectNode entity() {
    return (ObjectNode) event.path(EventTree.ENTITY).elements().next();
  }

  private static boolean isKnown(String code, Regions regions) {
    try {
      regions.canonical(code);
      return true;
    } catch (UnknownRegionException e) {
      return false;
    }
  }

  private static void mark(ArrayNode quality) {
    boolean marked =
        StreamSupport.stream(quality.spliterator(), false)
            .anyMatch(mark -> mark.asText().equals(Quality.MANUAL.name()));
    if (!marked) {
      quality.add(Quality.MANUAL.name());
    }
  }
}
