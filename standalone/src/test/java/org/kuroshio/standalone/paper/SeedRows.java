package org.kuroshio.standalone.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The paper's own tables, as transcribed, beside these tests. */
final class SeedRows {
  private static final CSVFormat WITH_HEADER =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private SeedRows() {}

  /** Rows as column to value, in the file's order. */
  static List<Map<String, String>> of(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SeedRows.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return WITH_HEADER.parse(in).stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
