package org.kuroshio.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.kuroshio.ingest.function.MappingFunctions;
import org.kuroshio.ingest.region.KnownRegions;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.source.EntityMapping;
import org.kuroshio.ingest.source.EnvelopeMapping;
import org.kuroshio.ingest.source.InlineJslt;
import org.kuroshio.ingest.source.JsltFile;
import org.kuroshio.ingest.source.MappingVariables;
import org.kuroshio.ingest.source.Part;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.template.Template;
import org.kuroshio.schemas.entity.EntityType;
import org.kuroshio.schemas.entity.EntityTypes;
import org.kuroshio.schemas.entity.EventContext;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * A source with its mappings compiled and its names checked. Used by one thread at a time; compile
 * one for each.
 */
public final class CompiledSource {
  private final SourceDefinition definition;
  private final List<CompiledPart> parts;
  private final ObjectNode settings;

  private CompiledSource(SourceDefinition definition, List<CompiledPart> parts) {
    this.definition = definition;
    this.parts = List.copyOf(parts);
    this.settings = JsonNodeFactory.instance.objectNode();
    // as the definition was read with them: what differs from the defaults is in 'otherwise' too
    definition.settings().stream()
        .filter(setting -> !setting.secret())
        .forEach(setting -> settings.put(setting.name(), setting.otherwise().orElse("")));
  }

  /**
   * @param tally told of regions that stay unknown
   * @throws DefinitionException if a mapping does not compile, or an entity or a field of a
   *     template does not exist
   */
  public static CompiledSource of(SourceDefinition definition, RegionTally tally) {
    EventContext context = new EventContext(definition.fiscalYears(), new KnownRegions());
    JsltCompiler compiler =
        new JsltCompiler(definition.origin(), MappingFunctions.of(definition.fiscalYears(), tally));
    List<CompiledPart> parts = new ArrayList<>();
    for (Part part : definition.parts()) {
      List<RecordMapping> mappings = new ArrayList<>();
      for (EntityMapping entity : part.entities()) {
        mappings.add(mapping(entity, compiler, context));
      }
      parts.add(new CompiledPart(part, mappings));
    }
    return new CompiledSource(definition, parts);
  }

  private static RecordMapping mapping(
      EntityMapping entity, JsltCompiler compiler, EventContext context) {
    if (entity.mapping() instanceof EnvelopeMapping) {
      return new EnvelopeRecordMapping(context);
    }
    entity.entity().ifPresent(name -> checkFields(name, entity));
    if (entity.mapping() instanceof InlineJslt inline) {
      return new JsltRecordMapping(
          entity, compiler.compile(inline), inline.place().toString(), context);
    }
    JsltFile file = (JsltFile) entity.mapping();
    return new JsltRecordMapping(
        entity, compiler.compile(file, entity.place()), file.file(), context);
  }

  private static void checkFields(String name, EntityMapping entity) {
    Optional<EntityType> type = EntityTypes.find(name);
    if (type.isEmpty()) {
      List<String> known = EntityTypes.all().stream().map(EntityType::name).toList();
      throw entity
          .place()
          .problem("no entity is called '" + name + "'" + Nearest.hint(name, known));
    }
    List<String> fields = type.get().schema().getFields().stream().map(Schema.Field::name).toList();
    for (Optional<Template> template :
        List.of(entity.key(), entity.version(), entity.publishedAt())) {
      template.stream()
          .flatMap(found -> found.entityFields().stream())
          .filter(field -> !fields.contains(field))
          .findFirst()
          .ifPresent(
              field -> {
                throw entity
                    .place()
                    .problem(
                        name
                            + " has no field '"
                            + field
                            + "' for '"
                            + template.get()
                            + "'"
                            + Nearest.hint(field, fields));
              });
    }
  }

  public SourceDefinition definition() {
    return definition;
  }

  /**
   * What the mappings of one content see.
   *
   * @param lookups the tables of the source's side files
   * @param name the content's, without folders
   */
  public Map<String, JsonNode> variables(Part part, Map<String, JsonNode> lookups, String name) {
    Map<String, JsonNode> variables = new HashMap<>(lookups);
    variables.put(MappingVariables.CONSTANTS, part.constants());
    variables.put(MappingVariables.FILE, TextNode.valueOf(name));
    variables.put(MappingVariables.SETTINGS, settings);
    variables.put(MappingVariables.ITEM, NullNode.getInstance());
    variables.put(MappingVariables.WINDOW, NullNode.getInstance());
    variables.put(MappingVariables.SLICE, TextNode.valueOf(""));
    return variables;
  }

  /** In the order in which their patterns are tried. */
  public List<CompiledPart> parts() {
    return parts;
  }
}
