package org.kuroshio.schemas.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/**
 * Says where a field of framed records begins, for whoever wants its bytes and those behind it as
 * they are. Not safe for many threads.
 */
public final class FieldStart {
  private final SchemaIds ids;
  private final String field;
  private final Map<Integer, Skipping> before = new HashMap<>();
  private final Cursor cursor = new Cursor();

  /**
   * @param field the name of a field of the record itself
   */
  public FieldStart(SchemaIds ids, String field) {
    this.ids = ids;
    this.field = field;
  }

  /**
   * @return an index into the framed bytes
   * @throws UndecodableException if the writer has no such field, or the record ends before it
   * @throws RegistryUnavailableException if the writer's schema can't be had at the moment
   */
  public int of(byte[] framed) {
    int id = Frame.schemaId(framed);
    Skipping skipping = before.get(id);
    if (skipping == null) {
      skipping = Skipping.of(fieldsBefore(ids.schemaOf(id)));
      before.put(id, skipping);
    }
    cursor.begin(framed, Frame.HEADER_BYTES);
    try {
      cursor.skip(skipping);
    } catch (RuntimeException e) {
      throw new UndecodableException(
          Reason.TRUNCATED, "ends before its field '%s' begins".formatted(field), e);
    }
    return cursor.position();
  }

  private List<Schema> fieldsBefore(Schema writer) {
    List<Schema> before = new ArrayList<>();
    for (Schema.Field written : writer.getFields()) {
      if (written.name().equals(field)) {
        return before;
      }
      before.add(written.schema());
    }
    throw new UndecodableException(
        Reason.UNEXPECTED_TYPE,
        "%s is no event envelope: it has no field '%s'".formatted(writer.getFullName(), field));
  }
}
