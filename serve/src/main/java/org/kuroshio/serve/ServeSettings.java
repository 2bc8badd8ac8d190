package org.kuroshio.serve;

import java.time.Clock;
import java.util.Optional;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.access.AccessSettings;
import org.kuroshio.serve.access.Role;
import org.kuroshio.serve.http.HttpSettings;
import org.kuroshio.serve.metric.MetricSettings;

/**
 * What a server needs.
 *
 * @param catalogue the one that the tables are computed with
 * @param version of the product, for {@code /about}
 * @param simulated whether simulated facts may be among the data
 */
public record ServeSettings(
    Cluster cluster,
    Topics topics,
    SchemaIds ids,
    Catalogue catalogue,
    Regions regions,
    HttpSettings http,
    AccessSettings access,
    MetricSettings metrics,
    Clock clock,
    String version,
    boolean simulated) {
  public ServeSettings {
    if (!http.isLocal() && access.anonymous().equals(Optional.of(Role.OPERATOR))) {
      throw new IllegalArgumentException(
          "%s can be reached from elsewhere, and anybody would be an operator: name API keys or an issuer of tokens, and what anybody may do (reader or nothing)"
              .formatted(http.host()));
    }
  }

  @Override
  public String toString() {
    return "serve on %s port %d from %s".formatted(http.host(), http.port(), cluster);
  }
}
