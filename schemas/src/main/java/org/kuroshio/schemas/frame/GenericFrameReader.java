package org.kuroshio.schemas.frame;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Resolver;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

/**
 * Reads the fields of a projection out of framed records of one type and steps over the rest. Dates
 * come as {@code Integer} days, instants as {@code Long} microseconds, decimals as a {@code
 * ByteBuffer} of the unscaled value. Not safe for many threads: each has its own.
 */
public final class GenericFrameReader {
  /** How to read what one writer wrote. */
  private record Plan(Reading reading, BodyFailures failures) {}

  private final SchemaIds ids;
  private final Schema projection;
  private final Cursor cursor = new Cursor();
  private final Map<Integer, Plan> plans = new HashMap<>();
  private int lastId;
  private Plan lastPlan;

  /**
   * @param projection a record schema with the writer's full name and any of its fields, in any
   *     order; a field that the writer lacks needs a default
   */
  public GenericFrameReader(SchemaIds ids, Schema projection) {
    this.ids = ids;
    this.projection = projection;
  }

  /**
   * @throws UndecodableException if the bytes are not a record of the projection's type
   * @throws RegistryUnavailableException if the writer's schema can't be had at the moment
   */
  public GenericRecord read(byte[] framed) {
    return read(framed, null);
  }

  /**
   * @param reuse a record that this reader returned and that may be overwritten, with the records
   *     in it, or null
   */
  public GenericRecord read(byte[] framed, GenericRecord reuse) {
    Plan plan = plan(Frame.schemaId(framed));
    cursor.begin(framed, Frame.HEADER_BYTES);
    GenericRecord record;
    try {
      record = (GenericRecord) plan.reading.read(cursor, reuse);
    } catch (RuntimeException e) {
      throw plan.failures.of(e);
    }
    if (!cursor.isEnd()) {
      throw plan.failures.trailing();
    }
    return record;
  }

  private Plan plan(int id) {
    if (lastPlan == null || id != lastId) {
      Plan plan = plans.get(id);
      lastPlan = plan != null ? plan : resolve(id);
      lastId = id;
    }
    return lastPlan;
  }

  private Plan resolve(int id) {
    Schema writer = ids.schemaOf(id);
    if (!writer.getFullName().equals(projection.getFullName())) {
      throw new UndecodableException(
          Reason.UNEXPECTED_TYPE,
          "a %s where only %s can be read"
              .formatted(writer.getFullName(), projection.getFullName()));
    }
    BodyFailures failures = new BodyFailures(writer, projection);
    Resolver.Action action = Resolver.resolve(writer, projection, Models.GENERIC);
    if (action instanceof Resolver.ErrorAction) {
      throw failures.incompatible(new AvroTypeException(action.toString()));
    }
    Plan plan = new Plan(new Readings(Models.GENERIC).of(action), failures);
    plans.put(id, plan);
    return plan;
  }
}
