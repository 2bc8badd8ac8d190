package org.kuroshio.ingest.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.ingest.message.Messages;

/** Turns steps into Connect's records. Used by one thread. */
final class RecordBatch {
  private final String source;
  private final Messages messages;
  private String content = "";
  private Map<String, String> partition = Map.of();
  private List<SourceRecord> records = new ArrayList<>();

  RecordBatch(String source, Messages messages) {
    this.source = source;
    this.messages = messages;
  }

  void add(Step step) {
    if (!step.content().equals(content)) {
      content = step.content();
      partition = new ContentPartition(source, content).toMap();
    }
    List<Message> made = messages.of(step);
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
