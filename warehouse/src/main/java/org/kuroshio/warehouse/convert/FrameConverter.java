package org.kuroshio.warehouse.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.Frame;
import org.kuroshio.schemas.frame.GenericFrameReader;
import org.kuroshio.schemas.frame.RegistryUnavailableException;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.frame.UndecodableException;

/**
 * Connect's converter of framed values, for sinks. A record of a known type comes in the current
 * form of that type whatever release wrote it, so that a table has the same columns for all of
 * them. One thread, as Connect uses it.
 */
public final class FrameConverter implements Converter {
  private static final Map<String, Schema> CURRENT =
      BundledIds.current().stream()
          .collect(Collectors.toMap(Schema::getFullName, Function.identity()));

  private final Map<Integer, Form> forms = new HashMap<>();
  private SchemaIds ids;
  private Shapes shapes;
  private Optional<CommonRow> row = Optional.empty();

  /** What is read of records with one schema id, and as what. */
  private record Form(GenericFrameReader reader, Shape shape) {}

  /**
   * @throws ConfigException if a setting is wrong
   */
  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    if (isKey) {
      throw new ConfigException(
          "keys are plain text: org.apache.kafka.connect.storage.StringConverter");
    }
    FrameConverterConfig config = new FrameConverterConfig(settings);
    ids = config.ids();
    shapes = new Shapes(config.nested());
    row = config.rowOf().isEmpty() ? Optional.empty() : Optional.of(row(config.rowOf()));
  }

  @Override
  public ConfigDef config() {
    return FrameConverterConfig.DEFINITION;
  }

  /**
   * @throws DataException if the bytes can't be read, now or on another try
   * @throws RetriableException if the registry does not answer at the moment
   */
  @Override
  public SchemaAndValue toConnectData(String topic, byte[] framed) {
    if (framed == null) {
      return row.map(form -> new SchemaAndValue(form.schema(), form.ofTombstone()))
          .orElse(SchemaAndValue.NULL);
    }
    try {
      int id = Frame.schemaId(framed);
      Form form = forms.get(id);
      if (form == null) {
        form = form(id);
        forms.put(id, form);
      }
      Struct struct = (Struct) form.shape().of(form.reader().read(framed));
      return row.map(common -> new SchemaAndValue(common.schema(), common.of(struct)))
          .orElseGet(() -> new SchemaAndValue(struct.schema(), struct));
    } catch (RegistryUnavailableException e) {
      throw new RetriableException(e.getMessage(), e);
    } catch (UndecodableException e) {
      throw new DataException("%s: %s".formatted(e.reason(), e.getMessage()), e);
    }
  }

  /** Nothing is written in this way: events are published by the connectors of `ingest`. */
  @Override
  public byte[] fromConnectData(
      String topic, org.apache.kafka.connect.data.Schema schema, Object value) {
    throw new DataException("this converter only reads");
  }

  private Form form(int id) {
    Schema writer = ids.schemaOf(id);
    Schema reader = CURRENT.getOrDefault(writer.getFullName(), writer);
    Shape shape = shapes.ofRecord(reader, false);
    row.ifPresent(common -> requireRoom(common, reader, shape));
    return new Form(new GenericFrameReader(ids, reader), shape);
  }

  private static void requireRoom(CommonRow common, Schema reader, Shape shape) {
    if (shape.schema().fields().stream()
        .anyMatch(field -> common.schema().field(field.name()) == null)) {
      throw new UndecodableException(
          UndecodableException.Reason.UNEXPECTED_TYPE,
          "a %s in a topic of others".formatted(reader.getFullName()));
    }
  }

  private CommonRow row(List<String> names) {
    try {
      return new CommonRow(
          names.stream().map(name -> shapes.ofRecord(named(name), false).schema()).toList());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(FrameConverterConfig.ROW_OF, names, e.getMessage());
    }
  }

  private static Schema named(String name) {
    return CURRENT.values().stream()
        .filter(schema -> schema.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no record type %s; there are %s"
                        .formatted(
                            name,
                            CURRENT.values().stream().map(Schema::getName).sorted().toList())));
  }
}
