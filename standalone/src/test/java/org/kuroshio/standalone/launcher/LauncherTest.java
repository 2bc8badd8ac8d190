package org.kuroshio.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script with a Java and a Maven that only write down how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path temp;
  private Path checkout;
  private Path jdk;
  private Path tools;

  private record Result(int status, String output) {}

  @BeforeEach
  void layOut() throws IOException {
    checkout = Files.createDirectory(temp.resolve("checkout"));
    Files.copy(Path.of("../kuroshio"), checkout.resolve("kuroshio"));
    executable(checkout.resolve("kuroshio"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    Files.createDirectories(checkout.resolve("standalone/src/main/java"));
    Files.writeString(checkout.resolve("standalone/pom.xml"), "<project/>");
    source("Main.java", Instant.now().minusSeconds(60));
    jdk = jdk("jdk", "17.0.9");
    tools = Files.createDirectory(temp.resolve("tools"));
    script(tools.resolve("mvn"), "echo \"mvn $*\"; mkdir -p standalone/target/kuroshio/lib");
  }

  @Test
  void shouldBuildOnceAndAgainAfterAChange() throws Exception {
    // Given
    assertThat(run("table", "x").output()).contains("-Dquick -Dlaunch -pl standalone -am package");

    // When
    Result second = run("table", "x");
    source("Main.java", Instant.now().plusSeconds(60));
    Result third = run("table", "x");

    // Then
    assertThat(second.output()).doesNotContain("mvn").contains("java ");
    assertThat(third.output()).contains("mvn ");
  }

  @Test
  void shouldFetchTheWarehouseOnceAndOnlyWhereItIsAskedFor() throws Exception {
    // Given
    Path plugin = Files.createDirectories(checkout.resolve("warehouse/plugins/jdbc"));
    Files.writeString(plugin.resolve("pom.xml"), "<project/>");
    assertThat(run("demo").output()).doesNotContain("warehouse");

    // When
    String first = run("demo", "--warehouse").output();
    String second = run("warehouse", "status").output();

    // Then
    assertThat(first)
        .contains("-pl warehouse/plugins/postgresql,")
        .containsPattern("-Dkuroshio.plugins=\\S*/warehouse/plugins/jdbc/target/plugins,")
        .containsPattern("-cp \\S*/lib/\\*:\\S*/plugins/postgresql/target/classpath/\\*");
    assertThat(second).doesNotContain("mvn").contains("-Dkuroshio.plugins=");
  }

  @Test
  void shouldNoticeADeletedSource() throws Exception {
    run("table");
    Path source = checkout.resolve("standalone/src/main/java/Main.java");
    Files.delete(source);
    Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run("table").output()).contains("mvn ");
  }

  @Test
  void shouldHandOverArgumentsAsTheyAreAndKeepTheCallersDirectory() throws Exception {
    assertThat(run("load", "a b", "--input", "*.csv").output())
        .contains("org.kuroshio.standalone.Main load|a b|--input *.csv|")
        .contains("in " + temp.toRealPath() + "\n");
  }

  @Test
  void shouldFindItsCheckoutBehindSymbolicLinks() throws Exception {
    // Given
    Path elsewhere = Files.createDirectory(temp.resolve("bin"));
    Files.createSymbolicLink(elsewhere.resolve("k"), Path.of("../checkout/kuroshio"));
    Files.createSymbolicLink(temp.resolve("kk"), elsewhere.resolve("k"));

    // When
    Result result = run(List.of(temp.resolve("kk").toString(), "--version"), environment());

    // Then
    assertThat(result.output())
        .contains("-cp " + checkout.toRealPath() + "/standalone/target/kuroshio/lib/*");
  }

  @Test
  void shouldTakeTheUsersOptionsLast() throws Exception {
    Map<String, String> environment = environment();
    environment.put("KUROSHIO_JAVA_OPTS", "-Xmx9g -Dx=y");
    assertThat(run(List.of(launcher(), "table"), environment).output())
        .containsPattern("-Xmx2g .*-Xmx9g -Dx=y -cp ");
  }

  @Test
  void shouldTakeTheJavaOnThePathWhereJavaHomeIsTooOld() throws Exception {
    Map<String, String> environment = environment();
    environment.put("JAVA_HOME", jdk("old", "11.0.2").toString());
    environment.put("PATH", jdk + "/bin:" + environment.get("PATH"));
    assertThat(run(List.of(launcher(), "table"), environment).status()).isZero();
  }

  @Test
  void shouldSayWhichJavaIsTooOld() throws Exception {
    // Given
    Map<String, String> environment = environment();
    environment.put("JAVA_HOME", jdk("old", "11.0.2").toString());

    // When
    Result result = run(List.of(launcher(), "table"), environment);

    // Then
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output())
        .contains("kuroshio: needs a JDK 17 or newer")
        .contains("old is Java 11")
        .doesNotContain("mvn ");
  }

  @Test
  void shouldAskForMavenOnlyWhereSomethingHasToBeBuilt() throws Exception {
    // Given
    assertThat(run("table").status()).isZero();
    Files.delete(tools.resolve("mvn"));

    // When
    Result upToDate = run("table");
    source("Main.java", Instant.now().plusSeconds(60));
    Result stale = run("table");

    // Then
    assertThat(upToDate.status()).isZero();
    assertThat(stale.status()).isEqualTo(1);
    assertThat(stale.output()).contains("there is no mvn on PATH");
  }

  @Test
  void shouldSayThatTheBuildFailedAndTryAgainNextTime() throws Exception {
    script(tools.resolve("mvn"), "echo 'BUILD FAILURE'; exit 1");
    Result failed = run("table");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("BUILD FAILURE").contains("kuroshio: the build failed");
    assertThat(run("table").output()).contains("BUILD FAILURE");
  }

  @Test
  void shouldNotBuildTwiceAtOnceAndPassOverTheLockOfADeadStart() throws Exception {
    // Given
    script(
        tools.resolve("mvn"),
        "mkdir \"$PWD/one\" || echo TWICE; sleep 1; rmdir \"$PWD/one\"; echo built >> \"$PWD/builds\"");
    Path lock = Files.createDirectories(checkout.resolve("standalone/target/building"));
    Files.writeString(lock.resolve("pid"), "999999999");

    // When
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      starts.add(start(List.of(launcher(), "table"), environment()));
    }

    // Then
    for (Process start : starts) {
      assertThat(output(start)).doesNotContain("TWICE").contains("java ");
    }
    assertThat(checkout.resolve("builds")).hasContent("built");
  }

  private String launcher() {
    return checkout.resolve("kuroshio").toString();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("PATH", tools + ":" + withoutJavaAndMaven());
    return environment;
  }

  /** The shell's own tools, in a folder where there is neither Java nor Maven. */
  private String withoutJavaAndMaven() {
    try {
      Path shell = temp.resolve("shell");
      if (!Files.exists(shell)) {
        Files.createDirectory(shell);
        for (String tool :
            List.of(
                "bash",
                "env",
                "sed",
                "find",
                "dirname",
                "basename",
                "readlink",
                "mkdir",
                "rm",
                "rmdir",
                "mv",
                "cat",
                "sleep",
                "head")) {
          Files.createSymbolicLink(shell.resolve(tool), Path.of(where(tool)));
        }
      }
      return shell.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String where(String tool) {
    return List.of("/bin/", "/usr/bin/").stream()
        .map(folder -> folder + tool)
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst()
        .orElseThrow();
  }

  private Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher()));
    command.addAll(List.of(arguments));
    return run(command, environment());
  }

  private Result run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Process process = start(command, environment);
    String output = output(process);
    return new Result(process.exitValue(), output);
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(temp.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private void source(String name, Instant modified) throws IOException {
    Path file = checkout.resolve("standalone/src/main/java").resolve(name);
    Files.writeString(file, "class Main {}");
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = temp.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"),
        "printf 'java '; for a in \"$@\"; do case $a in -*|*lib/\\*|org.*) printf '%s ' \"$a\";; *) printf '%s|' \"$a\";; esac; done; echo; echo \"in $PWD\"");
    script(home.resolve("bin/javac"), "true");
    return home;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + body + "\n");
    executable(file);
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
