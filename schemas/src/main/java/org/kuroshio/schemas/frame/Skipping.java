package org.kuroshio.schemas.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Steps over values of given schemas, one behind the other, without making anything of them. A
 * small program: what can be said of a value in a number stands in one array, so that the fields of
 * a record, and of the records in it, are one loop. Immutable once made.
 */
final class Skipping {
  private static final int NUMBER = 0;
  private static final int TEXT = 1;

  /** Behind it: how many bytes. */
  private static final int BYTES = 2;

  /** Behind it: which branch is null, and where to go on if it is that. */
  private static final int OPTION = 3;

  /** Behind it: where the first of the branches stands among the parts. */
  private static final int CHOICE = 4;

  /** An array or map; behind it: which part is an element. */
  private static final int BLOCKS = 5;

  /** Behind it: which part. Of a record that holds itself. */
  private static final int PART = 6;

  private int[] code = new int[16];
  private int length;
  private final List<Skipping> parts;

  private Skipping(List<Skipping> parts) {
    this.parts = parts;
  }

  static Skipping of(List<Schema> schemas) {
    Skipping whole = new Skipping(new ArrayList<>());
    Map<String, Integer> open = new HashMap<>();
    schemas.forEach(schema -> whole.add(schema, open));
    return whole;
  }

  /**
   * @return where the next value begins
   */
  int skip(Cursor in, byte[] bytes, int from) {
    int at = from;
    int step = 0;
    while (step < length) {
      switch (code[step++]) {
        case NUMBER -> at = Cursor.afterNumber(bytes, at);
        case TEXT -> at = in.afterText(at);
        case BYTES -> at = Cursor.after(bytes, at, code[step++]);
        case OPTION -> {
          int branch = in.number(at);
          at = in.position();
          int none = code[step++];
          int beyond = code[step++];
          if (branch == none) {
            step = beyond;
          } else if (branch != 1 - none) {
            throw new IllegalArgumentException("no branch " + branch);
          }
        }
        case CHOICE -> {
          int branch = in.number(at);
          int first = code[step++];
          int branches = code[step++];
          if (branch < 0 || branch >= branches) {
            throw new IllegalArgumentException("no branch " + branch);
          }
          at = parts.get(first + branch).skip(in, bytes, in.position());
        }
        case BLOCKS -> at = blocks(parts.get(code[step++]), in, bytes, at);
        default -> at = parts.get(code[step++]).skip(in, bytes, at);
      }
    }
    return at;
  }

  private static int blocks(Skipping element, Cursor in, byte[] bytes, int from) {
    int at = from;
    for (int count = in.blocks(at); count > 0; count = in.blocks(at)) {
      at = in.position();
      for (int i = 0; i < count; i++) {
        at = element.skip(in, bytes, at);
      }
    }
    return in.position();
  }

  /**
   * @param open the parts of records that are being made, by name
   */
  private void add(Schema schema, Map<String, Integer> open) {
    switch (schema.getType()) {
      case NULL -> {}
      case BOOLEAN -> emit(BYTES, 1);
      case INT, LONG, ENUM -> emit(NUMBER);
      case FLOAT -> emit(BYTES, Float.BYTES);
      case DOUBLE -> emit(BYTES, Double.BYTES);
      case STRING, BYTES -> emit(TEXT);
      case FIXED -> emit(BYTES, schema.getFixedSize());
      case ARRAY -> emit(BLOCKS, part(List.of(schema.getElementType()), open));
      case MAP ->
          emit(
              BLOCKS,
              part(List.of(Schema.create(Schema.Type.STRING), schema.getValueType()), open));
      case UNION -> union(schema.getTypes(), open);
      case RECORD -> record(schema, open);
    }
  }

  private void union(List<Schema> branches, Map<String, Integer> open) {
    int none = branches.indexOf(Schema.create(Schema.Type.NULL));
    if (branches.size() == 2 && none >= 0) {
      emit(OPTION, none, 0);
      int beyond = length - 1;
      add(branches.get(1 - none), open);
      code[beyond] = length;
      return;
    }
    int first = parts.size();
    branches.forEach(branch -> parts.add(new Skipping(parts)));
    for (int i = 0; i < branches.size(); i++) {
      parts.get(first + i).add(branches.get(i), open);
    }
    emit(CHOICE, first, branches.size());
  }

  private void record(Schema schema, Map<String, Integer> open) {
    Integer known = open.get(schema.getFullName());
    if (known == null && holdsItself(schema)) {
      known = parts.size();
      parts.add(new Skipping(parts));
      open.put(schema.getFullName(), known);
      parts.get(known).fields(schema, open);
    }
    if (known == null) {
      fields(schema, open);
    } else {
      emit(PART, known);
    }
  }

  private void fields(Schema record, Map<String, Integer> open) {
    record.getFields().forEach(field -> add(field.schema(), open));
  }

  private static boolean holdsItself(Schema record) {
    return record.getFields().stream()
        .anyMatch(field -> holds(field.schema(), record.getFullName(), new ArrayList<>()));
  }

  private static boolean holds(Schema schema, String name, List<String> seen) {
    return switch (schema.getType()) {
      case ARRAY -> holds(schema.getElementType(), name, seen);
      case MAP -> holds(schema.getValueType(), name, seen);
      case UNION -> schema.getTypes().stream().anyMatch(branch -> holds(branch, name, seen));
      case RECORD -> {
        if (schema.getFullName().equals(name)) {
          yield true;
        }
        if (seen.contains(schema.getFullName())) {
          yield false;
        }
        seen.add(schema.getFullName());
        yield schema.getFields().stream().anyMatch(f -> holds(f.schema(), name, seen));
      }
      default -> false;
    };
  }

  private int part(List<Schema> schemas, Map<String, Integer> open) {
    int number = parts.size();
    Skipping part = new Skipping(parts);
    parts.add(part);
    schemas.forEach(schema -> part.add(schema, open));
    return number;
  }

  private void emit(int... words) {
    if (length + words.length > code.length) {
      code = Arrays.copyOf(code, 2 * (length + words.length));
    }
    System.arraycopy(words, 0, code, length, words.length);
    length += words.length;
  }
}
