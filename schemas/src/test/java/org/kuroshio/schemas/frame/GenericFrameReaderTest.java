package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.frame.UndecodableException.Reason;

class GenericFrameReaderTest {
  private static final Schema PROJECTION =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "VentureEvent", "namespace": "org.kuroshio.schemas.venture", "fields": [
                {"name": "version", "type": "long"},
                {"name": "entity", "type": ["null",
                  {"type": "record", "name": "Venture", "fields": []},
                  {"type": "record", "name": "FundingRound", "fields": []},
                  {"type": "record", "name": "RegistryChange", "fields": [
                    {"name": "region", "type": "string"},
                    {"name": "on", "type": {"type": "record", "name": "DateInterval", "namespace": "org.kuroshio.schemas.event",
                      "fields": [{"name": "from", "type": {"type": "int", "logicalType": "date"}}]}},
                    {"name": "later", "type": "string", "default": "none"}]}]}]}""");

  private final GenericFrameReader reader = new GenericFrameReader(Fixtures.ids(), PROJECTION);

  @Test
  void shouldReadOnlyFieldsOfProjection() {
    byte[] bytes = Fixtures.bytes(Events.registryChange("r").region("JP-12").version(9).build());

    GenericRecord event = reader.read(bytes);

    GenericRecord change = (GenericRecord) event.get("entity");
    assertThat(event.get("version")).isEqualTo(9L);
    assertThat(change.get("region")).hasToString("JP-12");
    assertThat(change.get("later")).hasToString("none");
    assertThat(((GenericRecord) change.get("on")).get("from"))
        .isEqualTo((int) LocalDate.parse("2021-07-14").toEpochDay());
  }

  @Test
  void shouldReadAlternatingEntitiesIntoOneRecord() {
    byte[] change = Fixtures.bytes(Events.registryChange("r").region("JP-12").build());
    byte[] withdrawal = Fixtures.bytes(Events.registryChange("r").withdrawn().build());
    byte[] venture = Fixtures.bytes(Events.venture("v").build());

    GenericRecord reused = reader.read(venture);
    reused = reader.read(withdrawal, reused);
    assertThat(reused.get("entity")).isNull();
    reused = reader.read(change, reused);

    assertThat(((GenericRecord) reused.get("entity")).get("region")).hasToString("JP-12");
  }

  @Test
  void shouldRefuseAnotherType() {
    byte[] bytes = Fixtures.bytes(Events.project("p").build());

    assertThatThrownBy(() -> reader.read(bytes))
        .isInstanceOfSatisfying(
            UndecodableException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNEXPECTED_TYPE));
  }

  @Test
  void shouldSayWhichFieldHasNoValue() {
    Schema impossible =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "VentureEvent", "namespace": "org.kuroshio.schemas.venture",
                 "fields": [{"name": "colour", "type": "string"}]}""");
    byte[] bytes = Fixtures.bytes(Events.venture("v").build());

    assertThatThrownBy(() -> new GenericFrameReader(Fixtures.ids(), impossible).read(bytes))
        .isInstanceOfSatisfying(
            UndecodableException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPATIBLE_SCHEMA))
        .hasMessageContaining("colour");
  }
}
