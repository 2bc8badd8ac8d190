package org.kuroshio.schemas.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Resolver;
import org.apache.avro.Resolver.Action;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Makes readings. What has to be done is the word of Avro's own {@link Resolver}; they only do it
 * without a decoder, a lambda and a check of limits for each number on the way. The values are
 * those of Avro's generic data. For one plan, on one thread.
 */
final class Readings {
  private final GenericData model;
  private final Map<Action, RecordReading> records = new IdentityHashMap<>();

  Readings(GenericData model) {
    this.model = model;
  }

  Reading of(Action action) {
    return switch (action.type) {
      case DO_NOTHING -> same(action.reader);
      case PROMOTE -> promoted(action.writer.getType(), action.reader);
      case CONTAINER -> container((Resolver.Container) action);
      case ENUM -> words((Resolver.EnumAdjust) action);
      case RECORD -> record((Resolver.RecordAdjust) action);
      case WRITER_UNION -> branches((Resolver.WriterUnion) action);
      case READER_UNION -> of(((Resolver.ReaderUnion) action).actualAction);
      case SKIP -> throw new IllegalStateException("only a field can be skipped");
      case ERROR -> {
        String problem = action.toString();
        yield (in, reuse) -> {
          throw new AvroTypeException(problem);
        };
      }
    };
  }

  private Reading same(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> (in, reuse) -> null;
      case BOOLEAN -> (in, reuse) -> in.readBoolean();
      case INT -> (in, reuse) -> in.readInt();
      case LONG -> (in, reuse) -> in.readLong();
      case FLOAT -> (in, reuse) -> Float.intBitsToFloat((int) in.readBits(Float.BYTES));
      case DOUBLE -> (in, reuse) -> Double.longBitsToDouble(in.readBits(Double.BYTES));
      case STRING -> text(schema);
      case BYTES -> (in, reuse) -> ByteBuffer.wrap(in.readBytes());
      case FIXED -> {
        int size = schema.getFixedSize();
        yield (in, reuse) -> new GenericData.Fixed(schema, in.readBytes(size));
      }
      default -> throw new IllegalStateException("not a plain value: " + schema);
    };
  }

  private Reading promoted(Schema.Type written, Schema wanted) {
    Reading plain = same(Schema.create(written));
    return switch (wanted.getType()) {
      case LONG -> (in, reuse) -> ((Number) plain.read(in, null)).longValue();
      case FLOAT -> (in, reuse) -> ((Number) plain.read(in, null)).floatValue();
      case DOUBLE -> (in, reuse) -> ((Number) plain.read(in, null)).doubleValue();
      case STRING -> text(wanted);
      case BYTES -> (in, reuse) -> ByteBuffer.wrap(in.readBytes());
      default -> throw new IllegalStateException("no promotion from " + written);
    };
  }

  private static Reading text(Schema schema) {
    boolean asString =
        GenericData.StringType.String.name().equals(schema.getProp(GenericData.STRING_PROP));
    return asString ? (in, reuse) -> in.readText() : (in, reuse) -> in.readUtf8();
  }

  private Reading container(Resolver.Container action) {
    Reading element = of(action.elementAction);
    Schema schema = action.reader;
    if (schema.getType() == Schema.Type.MAP) {
      Reading key = text(schema);
      return (in, reuse) -> map(in, element, key);
    }
    return (in, reuse) -> list(in, element, schema);
  }

  private static List<Object> list(Cursor in, Reading element, Schema schema) {
    int count = in.readBlock();
    List<Object> list = new GenericData.Array<>(count, schema);
    for (; count > 0; count = in.readBlock()) {
      for (int i = 0; i < count; i++) {
        list.add(element.read(in, null));
      }
    }
    return list;
  }

  private static Map<Object, Object> map(Cursor in, Reading value, Reading key) {
    Map<Object, Object> map = new HashMap<>();
    for (int count = in.readBlock(); count > 0; count = in.readBlock()) {
      for (int i = 0; i < count; i++) {
        map.put(key.read(in, null), value.read(in, null));
      }
    }
    return map;
  }

  private Reading words(Resolver.EnumAdjust action) {
    Object[] words = new Object[action.writer.getEnumSymbols().size()];
    for (int i = 0; i < words.length; i++) {
      int symbol = action.adjustments[i];
      words[i] =
          symbol < 0
              ? null
              : model.createEnum(action.reader.getEnumSymbols().get(symbol), action.reader);
    }
    return (in, reuse) -> {
      int written = in.readInt();
      if (words[written] == null) {
        throw new AvroTypeException(
            "no "
                + action.reader.getFullName()
                + ": "
                + action.writer.getEnumSymbols().get(written));
      }
      return words[written];
    };
  }

  private Reading branches(Resolver.WriterUnion action) {
    Reading[] branches = new Reading[action.actions.length];
    for (int i = 0; i < branches.length; i++) {
      branches[i] = of(action.actions[i]);
    }
    return (in, reuse) -> branches[in.readInt()].read(in, reuse);
  }

  private Reading record(Resolver.RecordAdjust action) {
    RecordReading known = records.get(action);
    if (known == null) {
      known = new RecordReading(action.reader);
      records.put(action, known);
      known.steps(steps(action), defaults(action));
    }
    return known;
  }

  private List<RecordReading.Step> steps(Resolver.RecordAdjust action) {
    List<RecordReading.Step> steps = new ArrayList<>();
    List<Schema> unwanted = new ArrayList<>();
    int wanted = 0;
    for (Action field : action.fieldActions) {
      if (field.type == Action.Type.SKIP) {
        unwanted.add(field.writer);
      } else {
        int position = action.readerOrder[wanted].pos();
        steps.add(new RecordReading.Step(unwanted, of(field), position));
        unwanted = new ArrayList<>();
        wanted++;
      }
    }
    if (!unwanted.isEmpty()) {
      steps.add(new RecordReading.Step(unwanted, null, -1));
    }
    return steps;
  }

  private static List<RecordReading.Default> defaults(Resolver.RecordAdjust action) {
    List<RecordReading.Default> defaults = new ArrayList<>();
    for (int i = action.firstDefault; i < action.readerOrder.length; i++) {
      defaults.add(
          new RecordReading.Default(
              action.readerOrder[i], action.defaults[i - action.firstDefault]));
    }
    return defaults;
  }
}
