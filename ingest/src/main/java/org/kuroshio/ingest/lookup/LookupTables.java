package org.kuroshio.ingest.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.ingest.archive.ArchiveLimits;
import org.kuroshio.ingest.archive.Archives;
import org.kuroshio.ingest.archive.ContentCursor;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.file.InputException;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.format.RawRecord;
import org.kuroshio.ingest.format.ReadLimits;
import org.kuroshio.ingest.format.RecordReader;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.format.UnreadableRecord;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.CsvFormat;
import org.kuroshio.ingest.source.Lookup;

/** Reads the side files of a source. They are held in memory, so their size is bounded. */
public final class LookupTables {
  private static final int MOST_ENTRIES = 2_000_000;

  private final List<Lookup> lookups;
  private final Map<String, JsonNode> tables = new HashMap<>();
  private final RecordReaders readers = new RecordReaders(ReadLimits.USUAL);

  private LookupTables(List<Lookup> lookups) {
    this.lookups = lookups;
    lookups.forEach(lookup -> tables.put(lookup.name(), JsonNodeFactory.instance.objectNode()));
  }

  /**
   * The tables by name; one whose file is not among the input is empty. Where a key occurs with
   * several values, the greatest text wins, so that the order of files does not matter.
   *
   * @throws InputException if a side file can't be read, lacks a column or is too large
   */
  public static Map<String, JsonNode> read(List<Lookup> lookups, List<InputFile> files) {
    LookupTables tables = new LookupTables(lookups);
    if (!lookups.isEmpty()) {
      files.forEach(tables::file);
    }
    return Map.copyOf(tables.tables);
  }

  private void file(InputFile file) {
    try (ContentCursor cursor = Archives.open(file, ArchiveLimits.USUAL, bytes -> {})) {
      while (cursor.next()) {
        String path = cursor.matchedPath();
        Optional<Lookup> lookup =
            lookups.stream().filter(l -> l.pattern().matches(path)).findFirst();
        if (lookup.isPresent()) {
          table(lookup.get(), file.uri(), cursor.open());
        }
      }
    } catch (IOException e) {
      // the reading of the source itself meets the same fault and says what is lost
      return;
    }
  }

  private void table(Lookup lookup, String uri, InputStream in) throws IOException {
    CsvFormat csv =
        new CsvFormat(
            ',',
            Optional.of('"'),
            true,
            List.of(lookup.key(), lookup.value()),
            Optional.empty(),
            Optional.empty(),
            false);
    ObjectNode table = (ObjectNode) tables.get(lookup.name());
    RecordReader reader = readers.open(csv, Set.of(), TextEncoding.UTF_8, in, "");
    Filler filler = new Filler(lookup, uri, table);
    while (reader.next(filler)) {
      if (table.size() > MOST_ENTRIES) {
        throw new InputException(
            "side file '%s' of lookup '%s' has more than %,d entries"
                .formatted(uri, lookup.name(), MOST_ENTRIES));
      }
    }
  }

  private record Filler(Lookup lookup, String uri, ObjectNode table) implements RecordReader.Sink {
    @Override
    public void record(RawRecord record) {
      String key = record.tree().path(lookup.key()).asText();
      String value = record.tree().path(lookup.value()).asText();
      String before = table.path(key).asText();
      if (!key.isEmpty() && value.compareTo(before) > 0) {
        table.set(key, TextNode.valueOf(value));
      }
    }

    @Override
    public void unreadable(UnreadableRecord record) {
      RejectedException why = record.problem().thrown();
      throw new InputException(
          "side file '%s' of lookup '%s', %s: %s"
              .formatted(uri, lookup.name(), record.position(), why.problem().detail()));
    }
  }
}
