package org.kuroshio.bench.cell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Cells by `indicator|region|period`; a cell of 0 is none. Not for many threads. */
public final class CellTable {
  private final Map<String, Long> cells = new HashMap<>();

  public void put(String key, long amount) {
    if (amount == 0) {
      cells.remove(key);
    } else {
      cells.put(key, amount);
    }
  }

  void add(String key, long amount) {
    cells.merge(key, amount, Long::sum);
  }

  /** 0 for a cell that is none. */
  public long get(String key) {
    return cells.getOrDefault(key, 0L);
  }

  public int size() {
    return cells.size();
  }

  /** Equal tables have equal hashes: 16 hexadecimal digits of a SHA-256 over all cells in order. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(cells)
          .forEach(
              (key, amount) ->
                  digest.update((key + "=" + amount + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Some of the cells that differ, in words. */
  public List<String> differences(CellTable other, int atMost) {
    return Stream.concat(cells.keySet().stream(), other.cells.keySet().stream())
        .distinct()
        .filter(key -> get(key) != other.get(key))
        .sorted()
        .limit(atMost)
        .map(key -> key + ": " + get(key) + " against " + other.get(key))
        .toList();
  }
}
