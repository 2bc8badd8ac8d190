package org.kuroshio.ingest.connect;

import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.RegistryIds;
import org.kuroshio.schemas.frame.RegistrySettings;
import org.kuroshio.schemas.frame.SchemaIds;

/** What every source connector is told: which source, and where its events go. */
class SourceConfig extends AbstractConfig {
  static final String SOURCE = "kuroshio.source";
  static final String TOPIC_PREFIX = "kuroshio.topic.prefix";
  static final String REGISTRY = "kuroshio.schema.registry.url";
  static final String RUN = "kuroshio.run";
  static final String BATCH = "kuroshio.batch.records";
  static final String RETRY_EVERYTHING = "kuroshio.reread";

  static final ConfigDef COMMON =
      new ConfigDef()
          .define(
              SOURCE,
              Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              Validators.notBlank(),
              Importance.HIGH,
              "Name of a shipped source definition, or the path of one.")
          .define(
              TOPIC_PREFIX,
              Type.STRING,
              "",
              Validators.topicPart(),
              Importance.LOW,
              "In front of the names of all topics; must be what the rest of the installation"
                  + " uses.")
          .define(
              REGISTRY,
              Type.STRING,
              "",
              Validators.addressOrEmpty(),
              Importance.MEDIUM,
              "Address of a Confluent-compatible schema registry, up to where /subjects follows."
                  + " Empty: the schemas in the jar give the ids.")
          .define(
              RUN,
              Type.STRING,
              "",
              new ConfigDef.NonNullValidator(),
              Importance.LOW,
              "Under which name progress is kept in this process. Empty: the connector's name.")
          .define(
              BATCH,
              Type.INT,
              2000,
              Range.between(1, 100_000),
              Importance.LOW,
              "Most records of the source in one poll. Larger batches mean fewer transactions and"
                  + " more memory.")
          .define(
              RETRY_EVERYTHING,
              Type.BOOLEAN,
              false,
              Importance.LOW,
              "Read everything again, whatever was read before: after a mapping was mended. Costs"
                  + " time and nothing else, as an event that is there already changes no table.");

  SourceConfig(ConfigDef definition, Map<String, String> properties) {
    super(definition, properties, false);
  }

  String source() {
    return getString(SOURCE);
  }

  String topicPrefix() {
    return getString(TOPIC_PREFIX);
  }

  String run() {
    String run = getString(RUN);
    return run.isEmpty() ? String.valueOf(originals().get("name")) : run;
  }

  int batchRecords() {
    return getInt(BATCH);
  }

  boolean rereads() {
    return getBoolean(RETRY_EVERYTHING);
  }

  SchemaIds schemaIds() {
    String address = getString(REGISTRY);
    return address.isEmpty()
        ? new BundledIds()
        : new RegistryIds(RegistrySettings.of(URI.create(address)));
  }
}
