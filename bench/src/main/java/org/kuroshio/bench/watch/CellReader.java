package org.kuroshio.bench.watch;

import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.kuroshio.bench.cell.FactCells;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.GenericFrameReader;
import org.kuroshio.schemas.table.IndicatorValue;

/** How a system writes a cell. */
public interface CellReader {
  /** Takes a cell; an amount of 0 says that it is gone. */
  interface Sink {
    void cell(String key, long amount);
  }

  /**
   * @param value null if the cell is gone
   */
  void read(byte[] key, byte[] value, Sink sink);

  /** Peers: key `indicator|region|period`, value in digits, perhaps inside of `{"amount":..}`. */
  static CellReader digits() {
    return (key, value, sink) -> {
      long amount = 0;
      for (int i = 0; value != null && i < value.length; i++) {
        if (value[i] >= '0' && value[i] <= '9') {
          amount = amount * 10 + value[i] - '0';
        }
      }
      sink.cell(new String(key, StandardCharsets.UTF_8), amount);
    };
  }

  /** Kuroshio: `indicator|version|group|region|period|breakdown|unit`, and records of cuts. */
  static CellReader tables() {
    Schema full = IndicatorValue.getClassSchema();
    Schema exact = Schema.createRecord(full.getName(), null, full.getNamespace(), false);
    exact.setFields(
        java.util.List.of(
            new Schema.Field(
                "exact", full.getField("exact").schema(), null, Schema.Field.NULL_DEFAULT_VALUE)));
    GenericFrameReader reader = new GenericFrameReader(new BundledIds(), exact);
    return (key, value, sink) -> {
      String[] parts = new String(key, StandardCharsets.UTF_8).split("\\|", -1);
      if (parts.length == 1) {
        return;
      }
      String cell = parts[0] + "|" + parts[3] + "|" + parts[4];
      sink.cell(cell, value == null ? 0 : amount(parts[0], reader.read(value)));
    };
  }

  private static long amount(String indicator, GenericRecord cell) {
    Rational exact = Rational.parse(cell.get(0).toString());
    Rational parts =
        indicator.endsWith("_fractional") ? exact.multiply(Rational.of(FactCells.PARTS)) : exact;
    return parts.numerator().longValueExact() / parts.denominator().longValueExact();
  }
}
