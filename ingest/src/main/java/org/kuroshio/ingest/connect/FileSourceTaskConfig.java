package org.kuroshio.ingest.connect;

import java.util.List;
import java.util.Map;
import org.kuroshio.ingest.file.InputFile;

/** The connector's settings, and which share of the files is this task's. */
final class FileSourceTaskConfig {
  private final FileSourceConfig settings;
  private final TaskShare share;

  FileSourceTaskConfig(Map<String, String> properties) {
    settings = new FileSourceConfig(TaskShare.with(FileSourceConfig.DEFINITION), properties);
    share = TaskShare.of(settings);
  }

  /**
   * A file belongs to one task by its name, so that tasks that list the input at different moments
   * still agree.
   */
  List<InputFile> share(List<InputFile> files) {
    return files.stream()
        .filter(
            file -> Math.floorMod(spread(file.uri().hashCode()), share.count()) == share.index())
        .toList();
  }

  /** Names that differ in one digit have neighbouring hash codes. */
  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ (mixed >>> 16);
  }

  FileSourceConfig settings() {
    return settings;
  }

  int index() {
    return share.index();
  }

  /** The task's name among several; empty where it is the only one. */
  String slice() {
    return share.count() == 1 ? "" : "task-" + share.index();
  }
}
