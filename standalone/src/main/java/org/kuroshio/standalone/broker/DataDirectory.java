package org.kuroshio.standalone.broker;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.release.Release;

/**
 * The one directory that holds everything between two runs: the broker's log, the positions in the
 * sources, the streams' local state and the program's own log files. While open it is locked
 * against every other process. Everything a start could trip over is checked here first, because a
 * broker that fails while starting takes the process with it and says little.
 */
public final class DataDirectory implements AutoCloseable {

  /** Where free space is asked for; a test stands in for a full disk. */
  interface Volume {
    long usableBytes(Path directory) throws IOException;
  }

  /** Below this a broker could not even start: its own indexes and the first records need it. */
  static final long LEAST_USABLE_BYTES = 64L << 20;

  private static final Set<String> OURS_BEFORE_VERSION =
      Set.of("lock", "version.new", "lost+found");

  private final Path root;
  private final DirectoryLock lock;
  private final LockHolder holder;

  private DataDirectory(Path root, DirectoryLock lock, LockHolder holder) {
    this.root = root;
    this.lock = lock;
    this.holder = holder;
  }

  /**
   * For a command that writes: the directory is made where it is missing.
   *
   * @param command what the process does, told to whoever finds the directory in use
   * @throws Failure if the directory cannot be used; the message says why and what to do
   */
  public static DataDirectory openOrCreate(Path root, String command) {
    return open(root, command, true, DataDirectory::usableBytes);
  }

  /**
   * For a command that only reads: a missing directory means that nothing was loaded yet.
   *
   * @throws Failure as {@link #openOrCreate}, and if there is no such directory
   */
  public static DataDirectory openExisting(Path root, String command) {
    return open(root, command, false, DataDirectory::usableBytes);
  }

  static DataDirectory open(Path root, String command, boolean create, Volume volume) {
    try {
      checkPlace(root, create);
      Files.createDirectories(root);
      checkOurs(root, create);
      checkSpace(root, volume);
      LockHolder holder =
          new LockHolder(
              ProcessHandle.current().pid(),
              command,
              Instant.now().truncatedTo(ChronoUnit.SECONDS),
              Optional.empty());
      DirectoryLock lock = DirectoryLock.take(root, holder);
      return claimed(new DataDirectory(root.toAbsolutePath().normalize(), lock, holder));
    } catch (IOException e) {
      throw new Failure("cannot use %s as the data directory: %s".formatted(root, reason(e)), e);
    }
  }

  public Path root() {
    return root;
  }

  /** The broker's log; its format is Kafka's own. */
  public Path broker() {
    return root.resolve("broker");
  }

  /** How far each source file was read. */
  public Path connect() {
    return root.resolve("connect");
  }

  public Path streams() {
    return root.resolve("streams");
  }

  /**
   * The embedded database and the files of the history; made only where a warehouse is asked for.
   */
  public Path warehouse() {
    return root.resolve("warehouse");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** Tells the next process where this one answers HTTP. */
  public void announce(String url) {
    try {
      lock.write(new LockHolder(holder.pid(), holder.command(), holder.since(), Optional.of(url)));
    } catch (IOException e) {
      throw new Failure("cannot write %s: %s".formatted(root.resolve("lock"), reason(e)), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new Failure("cannot release %s: %s".formatted(root.resolve("lock"), reason(e)), e);
    }
  }

  private static DataDirectory claimed(DataDirectory directory) throws IOException {
    boolean claimed = false;
    try {
      if (DirectoryFormat.isIn(directory.root)) {
        DirectoryFormat.read(directory.root);
      } else {
        DirectoryFormat.write(directory.root, Release.version());
      }
      for (Path part : new Path[] {directory.connect(), directory.streams(), directory.logs()}) {
        Files.createDirectories(part);
      }
      claimed = true;
      return directory;
    } finally {
      if (!claimed) {
        directory.lock.close();
      }
    }
  }

  private static void checkPlace(Path root, boolean create) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new Failure(root + " is a file, not a directory: give a directory with --data");
    }
    if (!create && !Files.exists(root)) {
      throw new Failure(nothingLoaded(root));
    }
  }

  private static void checkOurs(Path root, boolean create) throws IOException {
    if (DirectoryFormat.isIn(root)) {
      DirectoryFormat.read(root);
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      Optional<Path> foreign =
          entries
              .filter(e -> !OURS_BEFORE_VERSION.contains(e.getFileName().toString()))
              // a demo keeps its directory inside the default one, which may be empty but for it
              .filter(e -> !(e.endsWith("demo") && DirectoryFormat.isIn(e)))
              .findFirst();
      if (foreign.isPresent()) {
        throw new Failure(
            "%s holds other files (%s) and no Kuroshio data: give an empty or a new directory with --data"
                .formatted(root, foreign.get().getFileName()));
      }
    }
    if (!create) {
      throw new Failure(nothingLoaded(root));
    }
  }

  private static String nothingLoaded(Path root) {
    return "there is no Kuroshio data in %s: load a source first (kuroshio load SOURCE --input PATH --data %s), or give another directory with --data"
        .formatted(root, root);
  }

  private static void checkSpace(Path root, Volume volume) throws IOException {
    long usable = volume.usableBytes(root);
    if (usable < LEAST_USABLE_BYTES) {
      throw new Failure(
          "the disk of %s is full: %d MB are free, %d MB is the least to start with. Free some space, or give a directory on another disk with --data"
              .formatted(root, usable >> 20, LEAST_USABLE_BYTES >> 20));
    }
  }

  private static long usableBytes(Path directory) throws IOException {
    return Files.getFileStore(directory).getUsableSpace();
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission to write " + denied.getFile();
    }
    if (e instanceof FileSystemException fault && fault.getReason() != null) {
      return fault.getReason() + " (" + fault.getFile() + ")";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
