package org.kuroshio.schemas.frame;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/** Reads the wanted fields of a record, in the order in which they were written. */
final class RecordReading implements Reading {
  /** Steps over some fields, and reads the one behind them unless there is none. */
  static final class Step {
    private final Skipping unwanted;
    private final Reading wanted;
    private final int position;

    /**
     * @param wanted null where nothing follows
     * @param position of the field in the reader's record
     */
    Step(List<Schema> unwanted, Reading wanted, int position) {
      this.unwanted = unwanted.isEmpty() ? null : Skipping.of(unwanted);
      this.wanted = wanted;
      this.position = position;
    }
  }

  /** What a field has that the writer does not know. */
  record Default(Schema.Field field, Object value) {}

  private final Schema schema;
  private Step[] steps;
  private List<Default> defaults;

  RecordReading(Schema schema) {
    this.schema = schema;
  }

  /** Called once, before the first reading. */
  void steps(List<Step> all, List<Default> fallbacks) {
    steps = all.toArray(Step[]::new);
    defaults = List.copyOf(fallbacks);
  }

  @Override
  public IndexedRecord read(Cursor in, Object reuse) {
    IndexedRecord record =
        mayOverwrite(reuse) ? (IndexedRecord) reuse : new GenericData.Record(schema);
    for (Step step : steps) {
      if (step.unwanted != null) {
        in.skip(step.unwanted);
      }
      if (step.wanted != null) {
        record.put(step.position, step.wanted.read(in, record.get(step.position)));
      }
    }
    for (Default fallback : defaults) {
      Schema.Field field = fallback.field;
      record.put(field.pos(), Models.GENERIC.deepCopy(field.schema(), fallback.value));
    }
    return record;
  }

  private boolean mayOverwrite(Object reuse) {
    return reuse instanceof GenericData.Record record && record.getSchema().equals(schema);
  }
}
