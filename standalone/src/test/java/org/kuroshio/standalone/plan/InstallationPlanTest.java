package org.kuroshio.standalone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.installation.RoleName;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.RunConfigFile;

class InstallationPlanTest {
  @TempDir Path folder;

  private RunConfig config() throws IOException {
    return RunConfigFile.read(
        Files.writeString(
            folder.resolve("kuroshio.yaml"),
            """
            instance: one
            state: state
            kafka: { bootstrap: ["localhost:1"], group_prefix: "x-" }
            alerts: { rules: [own.yaml] }
            """));
  }

  @Test
  void shouldNameEveryGroupThatStreamsMake() throws IOException {
    RunConfig config = config();

    InstallationPlan plan =
        InstallationPlan.of(
            config, config.topics(config.schemaIds()), EnumSet.of(RoleName.STREAMS));

    assertThat(plan.groups())
        .containsExactly(
            "x-kuroshio-alert-lifecycle",
            "x-kuroshio-entity-cells",
            "x-kuroshio-milestone-alerts",
            "x-kuroshio-reconciliation",
            "x-kuroshio-region-tables",
            "x-kuroshio-threshold-alerts");
    assertThat(plan.transactionalIds()).hasSameSizeAs(plan.groups());
    assertThat(new PlanText(config, plan, Optional.empty()).lines())
        .contains("Alert rules of " + folder.resolve("own.yaml"));
  }

  @Test
  void shouldNameRulesOnlyWhereTheyAreJudged() throws IOException {
    RunConfig config = config();

    InstallationPlan plan =
        InstallationPlan.of(config, config.topics(config.schemaIds()), EnumSet.of(RoleName.INGEST));

    assertThat(plan.alertRules()).isEqualTo(List.of());
    assertThat(plan.groups()).containsExactly(config.connectGroup());
  }
}
