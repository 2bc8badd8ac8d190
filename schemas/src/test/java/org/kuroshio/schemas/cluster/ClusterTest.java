package org.kuroshio.schemas.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private final Cluster cluster =
      new Cluster("broker:9093", Map.of("sasl.jaas.config", "s3cret", "linger.ms", "9"));

  @Test
  void shouldLetTheClustersSettingsWin() {
    assertThat(cluster.settings(Map.of("linger.ms", 5, "acks", "all")))
        .containsEntry("bootstrap.servers", "broker:9093")
        .containsEntry("sasl.jaas.config", "s3cret")
        .containsEntry("linger.ms", "9")
        .containsEntry("acks", "all");
  }

  @Test
  void shouldPrintNoValueOfASetting() {
    assertThat(cluster.toString())
        .contains("broker:9093", "sasl.jaas.config")
        .doesNotContain("3cr");
  }

  @Test
  void shouldRefuseNoBroker() {
    assertThatThrownBy(() -> Cluster.open(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bootstrapServers");
  }
}
