package org.kuroshio.indicators.projection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** A path through a decoded record, compiled to field positions. */
final class FieldPath {
  private static final BigInteger MOST = BigInteger.TEN.pow(17);

  private final int[] positions;

  FieldPath(Schema root, String path) {
    String[] names = path.split("\\.", -1);
    positions = new int[names.length];
    Schema current = root;
    for (int i = 0; i < names.length; i++) {
      Schema.Field field = current.getField(names[i]);
      positions[i] = field.pos();
      current = ReaderSchema.branch(field.schema());
    }
  }

  /** The schema that a path leads to, nulls left out. */
  static Schema schema(Schema root, String path) {
    Schema current = root;
    for (String name : path.split("\\.", -1)) {
      current = ReaderSchema.branch(current.getField(name).schema());
    }
    return current;
  }

  /** The value, or null where any record on the way is null. */
  Object get(IndexedRecord record) {
    Object value = record;
    for (int position : positions) {
      if (value == null) {
        return null;
      }
      value = ((IndexedRecord) value).get(position);
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  List<IndexedRecord> list(IndexedRecord record) {
    Object value = get(record);
    return value == null ? List.of() : (List<IndexedRecord>) value;
  }

  /**
   * A decimal of scale 4 as a whole number of ten-thousandths.
   *
   * @throws UncountableException above ten trillion, where a few such amounts would leave no room
   *     for their sum
   */
  static long tenThousandths(Object decimal) {
    ByteBuffer bytes =
        decimal instanceof GenericFixed fixed
            ? ByteBuffer.wrap(fixed.bytes())
            : ((ByteBuffer) decimal).duplicate();
    byte[] unscaled = new byte[bytes.remaining()];
    bytes.get(unscaled);
    BigInteger number = new BigInteger(unscaled);
    if (number.abs().compareTo(MOST) > 0) {
      throw new UncountableException(
          "amount-out-of-range",
          "%s is more than ten trillion; give it in parts, or check its unit"
              .formatted(new BigDecimal(number, 4).toPlainString()));
    }
    return number.longValueExact();
  }
}
