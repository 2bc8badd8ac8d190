package org.kuroshio.standalone.connect;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;

/**
 * The offsets of a standalone worker in Connect's own file format. Connect writes over its file; a
 * process killed meanwhile would leave an empty one, and everything would be read and published
 * again. Here the new file is written beside the old one and takes its place whole.
 */
final class PositionsFile extends FileOffsetBackingStore {
  private final Path file;

  PositionsFile(Path file, Converter keys) {
    super(keys);
    this.file = file;
  }

  /** On the store's own thread, after each flush that changed a position. */
  @Override
  protected void save() {
    Map<byte[], byte[]> raw = new HashMap<>();
    data.forEach((key, value) -> raw.put(bytes(key), bytes(value)));
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished);
          ObjectOutputStream objects = new ObjectOutputStream(out)) {
        objects.writeObject(raw);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ConnectException("cannot keep the positions in " + file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    return buffer == null ? null : buffer.array();
  }
}
