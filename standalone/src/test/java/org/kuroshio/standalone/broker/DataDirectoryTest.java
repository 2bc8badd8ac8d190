package org.kuroshio.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.failure.Failure;

class DataDirectoryTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void chooseRoot() {
    root = temp.resolve("data");
  }

  @Test
  void shouldMakeAMissingDirectoryForACommandThatWrites() {
    try (DataDirectory directory = DataDirectory.openOrCreate(root, "load x")) {
      assertThat(directory.connect()).isDirectory();
      assertThat(directory.logs()).isDirectory();
    }
    assertThat(root.resolve("version")).content().startsWith("1\n");
  }

  @Test
  void shouldSayThatNothingWasLoadedWhereThereIsNoDirectoryToRead() {
    assertThatThrownBy(() -> DataDirectory.openExisting(root, "table"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no Kuroshio data in " + root)
        .hasMessageContaining("kuroshio load SOURCE");
    assertThat(root).doesNotExist();
  }

  @Test
  void shouldLeaveADirectoryOfOtherFilesAlone() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("thesis.txt"), "mine");

    assertThatThrownBy(() -> DataDirectory.openOrCreate(root, "load x"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("thesis.txt")
        .hasMessageContaining("--data");
    assertThat(root).isDirectoryNotContaining(file -> file.endsWith("lock"));
  }

  @Test
  void shouldTakeADirectoryThatHoldsADemoAlone() {
    DataDirectory.openOrCreate(root.resolve("demo"), "demo").close();

    try (DataDirectory directory = DataDirectory.openOrCreate(root, "load x")) {
      assertThat(directory.connect()).isDirectory();
    }
  }

  @Test
  void shouldRefuseAFileInPlaceOfTheDirectory() throws IOException {
    Files.writeString(root, "a file");

    assertThatThrownBy(() -> DataDirectory.openOrCreate(root, "load x"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is a file, not a directory");
  }

  @Test
  void shouldNameTheKuroshioThatWroteANewerFormat() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("version"), "2\n3.1.4\n");

    assertThatThrownBy(() -> DataDirectory.openOrCreate(root, "load x"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("data format 2, written by Kuroshio 3.1.4")
        .hasMessageContaining("reads up to format 1");
  }

  @Test
  void shouldRefuseADamagedVersion() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("version"), "one\n");

    assertThatThrownBy(() -> DataDirectory.openOrCreate(root, "load x"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("with \"one\"");
  }

  @Test
  void shouldRefuseAFullDiskBeforeAnythingIsWritten() throws IOException {
    assertThatThrownBy(() -> DataDirectory.open(root, "load x", true, place -> 3L << 20))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is full: 3 MB are free, 64 MB is the least");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void shouldRefuseASecondHolderInTheSameProcessAndKeepTheFirst() {
    try (DataDirectory first = DataDirectory.openOrCreate(root, "load x")) {
      assertThatThrownBy(() -> DataDirectory.openOrCreate(root, "load y"))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("in use by this very process");
      first.announce("http://127.0.0.1:8080");
      assertThat(root.resolve("lock")).content().contains("url=http://127.0.0.1:8080");
    }
  }

  @Test
  void shouldBeFreeAgainOnceClosed() {
    DataDirectory.openOrCreate(root, "load x").close();

    try (DataDirectory again = DataDirectory.openExisting(root, "table")) {
      assertThat(again.root()).isEqualTo(root.toAbsolutePath());
    }
  }

  @Test
  void shouldTellWhatADyingHolderLeftUnsaid() {
    assertThat(LockHolder.describe(""))
        .startsWith(" by another process. It answers no HTTP requests");
    assertThat(
            LockHolder.describe("pid=12\ncommand=demo\nsince=2026-11-23T10:00:00Z\nurl=http://h\n"))
        .isEqualTo(
            " by process 12 (kuroshio demo) since 2026-11-23T10:00:00Z. Ask that process with --url http://h, or give another directory with --data");
  }
}
