package org.kuroshio.streams.region;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.kuroshio.schemas.frame.Frame;
import org.kuroshio.schemas.topic.Topic;

/**
 * Records as they stand in the tables and in the history: the same bytes but for the schema's id,
 * so that ten thousand cells of a cut are encoded once. One thread.
 */
final class TwoFrames {
  private final String tables;
  private final String history;
  private final Serializer<SpecificRecord> forTables;
  private final Serializer<SpecificRecord> forHistory;
  private final Map<Class<?>, byte[]> headers = new HashMap<>();

  TwoFrames(Topic<SpecificRecord> tables, Topic<SpecificRecord> history) {
    this.tables = tables.name();
    this.history = history.name();
    this.forTables = tables.values().serializer();
    this.forHistory = history.values().serializer();
  }

  byte[] inTables(SpecificRecord record) {
    return forTables.serialize(tables, record);
  }

  /**
   * @param inTables the record as {@link #inTables} made it
   */
  byte[] inHistory(SpecificRecord record, byte[] inTables) {
    byte[] header = header(record);
    if (Arrays.mismatch(inTables, header) == header.length) {
      return inTables;
    }
    byte[] framed = inTables.clone();
    System.arraycopy(header, 0, framed, 0, header.length);
    return framed;
  }

  private byte[] header(SpecificRecord record) {
    byte[] known = headers.get(record.getClass());
    if (known == null) {
      byte[] framed = forHistory.serialize(history, record);
      known = Arrays.copyOf(framed, Frame.HEADER_BYTES);
      headers.put(record.getClass(), known);
    }
    return known;
  }
}
