package org.kuroshio.standalone.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kuroshio.standalone.failure.Failure;

/**
 * Keeps a second process out of a data directory. The operating system drops the lock when the
 * process dies, however it dies, so a lock file that was left behind never blocks the next start.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "lock";

  /**
   * Beyond the text, so that where locks are mandatory the next process can still read who holds
   * it.
   */
  private static final long LOCKED_BYTE = Integer.MAX_VALUE;

  /**
   * The files locked by this process. Opening and closing such a file a second time would drop its
   * lock (POSIX drops all of a process's locks on a file when any of its descriptors is closed).
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws Failure if another process, or this one, holds the directory; it names the holder
   */
  static DirectoryLock take(Path directory, LockHolder holder) throws IOException {
    Path file = directory.toRealPath().resolve(FILE);
    if (!HELD_HERE.add(file)) {
      throw new Failure(directory + " is in use by this very process");
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw new Failure(
            directory
                + " is in use"
                + LockHolder.describe(Files.readString(file, StandardCharsets.UTF_8))
                + "; a demo, or whatever else serves it, can be asked: --url"
                + " http://localhost:8080");
      }
      DirectoryLock held = new DirectoryLock(file, channel);
      held.write(holder);
      taken = true;
      return held;
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        HELD_HERE.remove(file);
      }
    }
  }

  /** Replaces what the next process is told, for example once an HTTP address is known. */
  void write(LockHolder holder) throws IOException {
    ByteBuffer text = StandardCharsets.UTF_8.encode(holder.toText());
    channel.truncate(0);
    while (text.hasRemaining()) {
      channel.write(text, text.position());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.truncate(0);
    } finally {
      channel.close();
      HELD_HERE.remove(file);
    }
  }
}
