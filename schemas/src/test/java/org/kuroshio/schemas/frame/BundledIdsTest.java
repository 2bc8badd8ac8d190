package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.frame.ReleasedSchemas.Released;

class BundledIdsTest {
  private final SchemaIds ids = new BundledIds();

  @Test
  void shouldGiveEachSchemaItsOwnId() {
    assertThat(BundledIds.current().stream().map(schema -> ids.idOf("any", schema)))
        .doesNotHaveDuplicates()
        .allMatch(id -> id > 0);
  }

  @Test
  void shouldFindReleasedSchemasById() {
    for (Released released : ReleasedSchemas.all()) {
      Schema found = ids.schemaOf(Fingerprint.id(released.schema()));

      assertThat(Fingerprint.canonical(found)).isEqualTo(Fingerprint.canonical(released.schema()));
    }
  }

  @Test
  void shouldNotDependOnWordsThatReadersSkip() {
    Schema plain = parsed("", "\"type\": \"int\"");
    Schema told = parsed("\"doc\": \"d\",", "\"type\": \"int\", \"doc\": \"e\", \"default\": 1");

    assertThat(Fingerprint.id(told)).isEqualTo(Fingerprint.id(plain));
  }

  @Test
  void shouldDependOnScale() {
    assertThat(Fingerprint.id(decimal(2))).isNotEqualTo(Fingerprint.id(decimal(4)));
  }

  @Test
  void shouldStayAsInEarlierReleases() {
    Schema schema = parsed("", "\"type\": {\"type\": \"int\", \"logicalType\": \"date\"}");

    assertThat(Fingerprint.id(schema)).isEqualTo(1254054727);
  }

  @Test
  void shouldRefuseForeignSchema() {
    Schema foreign = SchemaBuilder.record("Foreign").fields().endRecord();

    assertThatThrownBy(() -> ids.idOf("any", foreign))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("Foreign")
        .hasMessageContaining("registry");
  }

  @Test
  void shouldRefuseTwoSchemasOfOneId() {
    Schema schema = decimal(2);
    Map<Integer, Schema> taken = new HashMap<>(Map.of(Fingerprint.id(schema), decimal(4)));

    assertThatThrownBy(() -> BundledIds.add(taken, schema))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("same bundled id");
  }

  private static Schema decimal(int scale) {
    return parsed(
        "",
        "\"type\": {\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 9, \"scale\": %d}"
            .formatted(scale));
  }

  private static Schema parsed(String more, String type) {
    return new Schema.Parser()
        .parse(
            "{\"type\": \"record\", \"name\": \"R\", %s \"fields\": [{\"name\": \"f\", %s}]}"
                .formatted(more, type));
  }
}
