package org.kuroshio.serve.knowledge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.serve.answer.Language;

/** What any kind of entity says of its name and place. */
final class EventFacts {
  /** Where entities that have a name keep it. */
  private static final List<String> NAMES = List.of("name", "title");

  private EventFacts() {}

  /** Null where a withdrawal repeats no state. */
  static SpecificRecord entity(SpecificRecord envelope) {
    return (SpecificRecord) get(envelope, "entity");
  }

  static String title(SpecificRecord entity) {
    for (String field : NAMES) {
      Object value = entity == null ? null : get(entity, field);
      if (value instanceof CharSequence text) {
        return text.toString();
      }
    }
    Object labels = entity == null ? null : get(entity, "labels");
    if (labels instanceof Map<?, ?> map) {
      Map<String, String> texts = new TreeMap<>();
      map.forEach((language, text) -> texts.put(language.toString(), text.toString()));
      return Projects.label(texts, Language.en).orElse("");
    }
    return "";
  }

  /** Of the entity itself and of its parties. */
  static Set<String> regions(SpecificRecord entity) {
    Set<String> regions = new LinkedHashSet<>();
    if (entity != null) {
      for (Schema.Field field : entity.getSchema().getFields()) {
        addRegions(field.name(), entity.get(field.pos()), regions);
      }
    }
    return regions;
  }

  private static void addRegions(String field, Object value, Set<String> regions) {
    if (value instanceof Party party) {
      regions.add(party.getRegion());
    } else if (value instanceof Collection<?> many) {
      many.forEach(one -> addRegions("", one, regions));
    } else if (field.equals("region") && value != null) {
      regions.add(value.toString());
    }
  }

  static Object get(SpecificRecord record, String name) {
    Schema.Field field = record.getSchema().getField(name);
    return field == null ? null : record.get(field.pos());
  }
}
