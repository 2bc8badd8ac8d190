package org.kuroshio.schemas.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.trust.OwnClasses;
import org.kuroshio.schemas.yaml.Nearest;

/** The entities that events can carry, read from the envelopes' own unions. */
public final class EntityTypes {
  private static final Map<String, EntityType> BY_NAME = byName();

  private EntityTypes() {}

  public static Collection<EntityType> all() {
    return BY_NAME.values();
  }

  public static Optional<EntityType> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * @throws IllegalArgumentException naming the nearest entity, if there is none of that name
   */
  public static EntityType named(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  static String unknown(String name) {
    return "no entity is called '%s'%s".formatted(name, Nearest.hint(name, names()));
  }

  static List<String> names() {
    return new ArrayList<>(BY_NAME.keySet());
  }

  private static Map<String, EntityType> byName() {
    Map<String, EntityType> byName = new LinkedHashMap<>();
    for (EventStream stream : EventStream.values()) {
      for (Schema branch : stream.schema().getField("entity").schema().getTypes()) {
        if (branch.getType() == Schema.Type.RECORD) {
          byName.put(
              branch.getName(), new EntityType(branch.getName(), stream, typeOf(branch), branch));
        }
      }
    }
    return byName;
  }

  private static Class<? extends SpecificRecord> typeOf(Schema schema) {
    return ((Class<?>) OwnClasses.model().getClass(schema)).asSubclass(SpecificRecord.class);
  }
}
