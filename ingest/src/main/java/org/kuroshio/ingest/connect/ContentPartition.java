package org.kuroshio.ingest.connect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.engine.ReadPosition;

/**
 * What an offset is kept for: one content of one source, whatever its file is called.
 *
 * @param content SHA-256
 */
record ContentPartition(String source, String content) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** What goes with a word on how reading is doing: no content is read under this name. */
  static ContentPartition ofStatus(String source, String slice) {
    byte[] name = ("status of " + slice).getBytes(StandardCharsets.UTF_8);
    return new ContentPartition(source, Sha256.hex(name));
  }

  /**
   * In the order of a plain HashMap, whatever that is: Connect finds an offset by the bytes of its
   * partition, and its REST interface asks with the HashMap that it has read. {@code Map.of} has
   * another order in every process.
   */
  Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("source", source);
    map.put("content", content);
    return map;
  }

  /**
   * Checks what an operator wants stored in place of an offset.
   *
   * @param offset null forgets it, and is allowed for any partition
   * @throws ConnectException if our tasks could not read it
   */
  static void check(Map<String, ?> partition, Map<String, ?> offset) {
    if (offset == null) {
      return;
    }
    boolean ours =
        partition != null
            && partition.size() == 2
            && partition.get("source") instanceof String
            && partition.get("content") instanceof String content
            && SHA256.matcher(content).matches();
    if (!ours) {
      throw new ConnectException(
          "a partition is {\"source\": name, \"content\": SHA-256 as 64 hexadecimal digits}, was "
              + partition);
    }
    try {
      ReadPosition.fromMap(offset);
    } catch (IllegalArgumentException e) {
      throw new ConnectException("offset of " + partition + ": " + e.getMessage(), e);
    }
  }
}
