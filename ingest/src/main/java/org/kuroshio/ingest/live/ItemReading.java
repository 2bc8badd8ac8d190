package org.kuroshio.ingest.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kuroshio.ingest.charset.ContentSurvey;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.engine.RecordGate;
import org.kuroshio.ingest.format.RawRecord;
import org.kuroshio.ingest.format.RecordReader;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.format.UnreadableRecord;
import org.kuroshio.ingest.personal.PersonalFilter;
import org.kuroshio.ingest.source.Format;

/** Reads the list of which each item's detail is asked. Used by one thread. */
final class ItemReading {
  private final Format format;
  private final RecordReaders readers;
  private final PersonalFilter personal;

  /**
   * @param intact whether the list was read to its end
   */
  record Items(List<JsonNode> items, boolean intact) {
    Items {
      items = List.copyOf(items);
    }
  }

  ItemReading(Format format, RecordReaders readers, PersonalFilter personal) {
    this.format = format;
    this.readers = readers;
    this.personal = personal;
  }

  private final class Sink implements RecordReader.Sink {
    private final RecordGate gate;
    private final List<JsonNode> items = new ArrayList<>();
    private boolean intact = true;

    Sink(RecordGate gate) {
      this.gate = gate;
    }

    @Override
    public void record(RawRecord record) {
      gate.saw(record.tree());
      personal.drop(record.tree());
      items.add(record.tree());
    }

    @Override
    public void unreadable(UnreadableRecord record) {
      intact = false;
    }
  }

  Items read(byte[] body, RecordGate gate) {
    Sink sink = new Sink(gate);
    if (body.length == 0) {
      return new Items(List.of(), true);
    }
    String sha256 = ContentSurvey.of(new ByteArrayInputStream(body), bytes -> {}).sha256();
    try (RecordReader reader =
        readers.open(
            format, Set.of(), TextEncoding.UTF_8, new ByteArrayInputStream(body), sha256)) {
      while (reader.next(sink)) {
        // one after the other
      }
    } catch (IOException e) {
      return new Items(sink.items, false);
    }
    return new Items(sink.items, sink.intact);
  }
}
