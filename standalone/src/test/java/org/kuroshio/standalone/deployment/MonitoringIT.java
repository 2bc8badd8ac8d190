package org.kuroshio.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus and Alertmanager themselves read what they will be given. */
class MonitoringIT {
  private static final Path DEPLOY = Composition.ROOT.resolve("deploy");

  @TempDir Path temp;

  @Test
  void shouldBeReadByPrometheus() throws Exception {
    // Given the rules where the container has them
    Path rules = DEPLOY.resolve("prometheus/rules");
    String settings =
        Files.readString(DEPLOY.resolve("prometheus/prometheus.yml"))
            .replace("/etc/prometheus/rules", rules.toString());
    Path file = Files.writeString(temp.resolve("prometheus.yml"), settings);

    // Then
    assertThat(run("promtool", "check", "config", file.toString()))
        .contains("SUCCESS: 4 rules found");
  }

  @Test
  void shouldBeReadByAlertmanager() throws Exception {
    assertThat(
            run(
                "amtool",
                "check-config",
                DEPLOY.resolve("alertmanager/alertmanager.yml").toString()))
        .contains("SUCCESS");
  }

  @Test
  void shouldAskPrometheusOnlyWhatItUnderstands() throws Exception {
    JsonNode dashboard =
        new ObjectMapper().readTree(DEPLOY.resolve("grafana/dashboards/kuroshio.json").toFile());
    List<String> rules = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        rules.add(
            "{ record: 'panel:%d', expr: '%s' }"
                .formatted(rules.size(), target.get("expr").asText()));
      }
    }
    Path file =
        Files.writeString(
            temp.resolve("panels.yml"),
            "groups: [{ name: panels, rules: [%s] }]".formatted(String.join(", ", rules)));
    assertThat(rules).hasSizeGreaterThan(8);
    assertThat(run("promtool", "check", "rules", file.toString())).contains("SUCCESS");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
