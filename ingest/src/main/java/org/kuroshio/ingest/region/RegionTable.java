package org.kuroshio.ingest.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables that lie beside the classes: lines of plain cells, one header, comments behind {@code #}.
 */
final class RegionTable {
  private RegionTable() {}

  /** The cells of every line below the header. */
  static List<String[]> rows(String name) {
    try (InputStream in = RegionTable.class.getResourceAsStream(name)) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
