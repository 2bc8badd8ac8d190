package org.kuroshio.warehouse.convert;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.RegistryIds;
import org.kuroshio.schemas.frame.RegistrySettings;
import org.kuroshio.schemas.frame.SchemaIds;

/** The converter's settings, each behind {@code value.converter.} in a connector's. */
final class FrameConverterConfig extends AbstractConfig {
  static final String REGISTRY = "registry";
  private static final String USER = "registry.user";
  private static final String PASSWORD = "registry.password";
  static final String NESTED = "nested";
  static final String ROW_OF = "row.of";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              REGISTRY,
              Type.STRING,
              "",
              Importance.HIGH,
              "The registry's address, up to where /subjects follows. Empty where records were"
                  + " written without one, as in a demo: then the schemas in this program are used.")
          .define(USER, Type.STRING, "", Importance.MEDIUM, "Sent as basic authentication.")
          .define(PASSWORD, Type.PASSWORD, "", Importance.MEDIUM, "Of that user.")
          .define(
              NESTED,
              Type.STRING,
              Nested.STRUCT.word(),
              ConfigDef.ValidString.in(Nested.STRUCT.word(), Nested.JSON.word()),
              Importance.MEDIUM,
              "What becomes of records, lists and maps inside a record: struct, or json, which is"
                  + " text for a column of that type.")
          .define(
              ROW_OF,
              Type.LIST,
              "",
              Importance.MEDIUM,
              "Names of record types, as IndicatorValue,Cut. They and tombstones become rows of one"
                  + " form: the fields of them all, and 'deleted'. Empty: each its own form, and"
                  + " null for a tombstone.");

  FrameConverterConfig(Map<String, ?> settings) {
    super(DEFINITION, settings, false);
  }

  SchemaIds ids() {
    if (getString(REGISTRY).isBlank()) {
      return new BundledIds();
    }
    Password password = getPassword(PASSWORD);
    Optional<RegistrySettings.Login> login =
        getString(USER).isBlank()
            ? Optional.empty()
            : Optional.of(new RegistrySettings.Login(getString(USER), password.value()));
    return new RegistryIds(
        new RegistrySettings(URI.create(getString(REGISTRY)), login, false, PATIENCE));
  }

  Nested nested() {
    return Arrays.stream(Nested.values())
        .filter(each -> each.word().equals(getString(NESTED)))
        .findFirst()
        .orElseThrow();
  }

  List<String> rowOf() {
    return getList(ROW_OF).stream().filter(name -> !name.isBlank()).toList();
  }
}
