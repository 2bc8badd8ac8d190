package org.kuroshio.ingest.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.message.Message;

/** Turns steps into Connect's records. Used by one thread. */
final class RecordBatch {
  private final String source;
  private final Framing framing;
  private String content = "";
  private Map<String, String> partition = Map.of();
  private List<SourceRecord> records = new ArrayList<>();

  RecordBatch(String source, Framing framing) {
    this.source = source;
    this.framing = framing;
  }

  void add(Step step) throws InterruptedException {
    if (!step.content().equals(content)) {
      content = step.content();
      partition = new ContentPartition(source, content).toMap();
    }
    List<Message> made = framing.of(step);
    int last = made.size() - 1;
    for (int i = 0; i <= last; i++) {
      Message message = made.get(i);
      Map<String, Object> offset = message.position().toMap();
      records.add(new IngestRecord(partition, offset, message, i == last ? step : null));
    }
  }

  int size() {
    return records.size();
  }

  /** What was added since the last time. */
  List<SourceRecord> take() {
    List<SourceRecord> taken = records;
    records = new ArrayList<>(taken.size());
    return taken;
  }
}
