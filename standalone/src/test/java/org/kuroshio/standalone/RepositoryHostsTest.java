package org.kuroshio.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where libraries and sources come from is the affair of whoever builds, not of this checkout. */
class RepositoryHostsTest {
  private static final Path CHECKOUT = Path.of("..");
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", ".idea");

  /** Written in two halves, so that this file does not name them itself. */
  private static final List<String> HOSTS =
      List.of(
          "repo.maven" + ".apache",
          "repo1" + ".maven",
          "sona" + "type.org",
          "sona" + "type.com",
          "packages." + "confluent",
          "repo." + "spring",
          "jit" + "pack",
          "plugins." + "gradle",
          "registry." + "npmjs",
          "registry." + "yarnpkg",
          "pypi" + ".org",
          "python" + "hosted",
          "ruby" + "gems",
          "proxy." + "golang",
          "git" + "hub.com",
          "git" + "lab.com",
          "bit" + "bucket.org",
          "docker" + ".io",
          "ghcr" + ".io",
          "quay" + ".io");

  @Test
  void shouldNameNoRepositoryAnywhere() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      HOSTS.stream()
          .filter(text::contains)
          .forEach(host -> found.add(CHECKOUT.relativize(file) + " names " + host));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void shouldDeclareNoRepositoryInAnyPom() throws IOException {
    List<Path> poms =
        files().stream().filter(file -> file.getFileName().toString().equals("pom.xml")).toList();
    assertThat(poms).hasSizeGreaterThan(5);
    assertThat(poms)
        .allSatisfy(
            pom ->
                assertThat(pom)
                    .content()
                    .doesNotContain(
                        "<repository>", "<pluginRepository>", "<distributionManagement>"));
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        CHECKOUT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
