package org.kuroshio.ingest.connect;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** Records to be given to Connect together; perhaps none, and only a position. */
record LiveBatch(List<SourceRecord> records, Delivery delivery) {
  LiveBatch {
    records = List.copyOf(records);
  }
}
