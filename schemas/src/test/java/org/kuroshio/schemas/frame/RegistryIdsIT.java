package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.ApicurioProcess;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.frame.UndecodableException.Reason;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.schemas.venture.VentureEvent;

/** Against a real registry process. */
class RegistryIdsIT {
  private static ApicurioProcess registry;

  @BeforeAll
  static void start() throws IOException {
    registry = ApicurioProcess.start();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void shouldReadWithOneClientWhatAnotherWrote() {
    Topics writing = Topics.of(ids());
    Topics reading = Topics.of(ids());
    VentureEvent event = Events.venture("v").build();

    byte[] bytes = writing.ventures().values().serializer().serialize("innovation.ventures", event);

    assertThat(reading.ventures().values().deserializer().deserialize("innovation.ventures", bytes))
        .isEqualTo(event);
  }

  @Test
  void shouldRegisterEveryBundledSchemaUnderItsTopicAndName()
      throws IOException, InterruptedException {
    RegistryIds ids = ids();

    for (Schema schema : BundledIds.current()) {
      int id = ids.idOf(Frame.subject("innovation.all", schema), schema);

      assertThat(ids().schemaOf(id)).isEqualTo(schema);
    }

    assertThat(subjects())
        .contains("innovation.all-org.kuroshio.schemas.table.Cut")
        .contains("innovation.all-org.kuroshio.schemas.venture.VentureEvent");
  }

  @Test
  void shouldGiveSameIdAgain() {
    Schema schema = VentureEvent.getClassSchema();

    assertThat(ids().idOf("same-VentureEvent", schema))
        .isEqualTo(ids().idOf("same-VentureEvent", schema));
  }

  /** As the threads of an installation that starts on an empty registry do. */
  @Test
  void shouldGiveTheSameIdToAllWhoRegisterAtTheSameMoment() {
    Schema schema = VentureEvent.getClassSchema();
    ExecutorService racers = Executors.newFixedThreadPool(8);
    for (int round = 0; round < 40; round++) {
      String subject = "raced-" + round;
      List<CompletableFuture<Integer>> all =
          Stream.generate(RegistryIdsIT::ids)
              .limit(8)
              .map(ids -> CompletableFuture.supplyAsync(() -> ids.idOf(subject, schema), racers))
              .toList();

      assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
    racers.shutdown();
  }

  @Test
  void shouldReportUnknownId() {
    assertThatThrownBy(() -> ids().schemaOf(987654))
        .isInstanceOfSatisfying(
            UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_ID))
        .hasMessageContaining("987654")
        .hasMessageContaining(registry.base().toString());
  }

  @Test
  void shouldNotRegisterWhereOnlyReleasesMay() {
    RegistryIds readOnly =
        new RegistryIds(
            new RegistrySettings(registry.base(), Optional.empty(), false, Duration.ofSeconds(10)));
    Schema schema = SchemaBuilder.record("Unregistered").fields().endRecord();

    assertThatThrownBy(() -> readOnly.idOf("topic-Unregistered", schema))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("register it before starting");
  }

  @Test
  void shouldFindRegisteredSchemaWithoutRegistering() {
    Schema schema = VentureEvent.getClassSchema();
    int registered = ids().idOf("found-VentureEvent", schema);
    RegistryIds readOnly =
        new RegistryIds(
            new RegistrySettings(registry.base(), Optional.empty(), false, Duration.ofSeconds(10)));

    assertThat(readOnly.idOf("found-VentureEvent", schema)).isEqualTo(registered);
  }

  @Test
  void shouldSayThatAddressIsWrong() {
    URI wrong = registry.base().resolve("/nowhere");

    assertThatThrownBy(
            () ->
                new RegistryIds(RegistrySettings.of(wrong))
                    .idOf("t", VentureEvent.getClassSchema()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("/nowhere")
        .hasMessageContaining("check the address");
    assertThatThrownBy(() -> new RegistryIds(RegistrySettings.of(wrong)).schemaOf(1))
        .isInstanceOf(RegistryException.class);
  }

  @Test
  void shouldServeKnownSchemasWhileRegistryIsDown() throws IOException {
    Schema schema = VentureEvent.getClassSchema();
    RegistryIds ids;
    int id;
    try (ApicurioProcess other = ApicurioProcess.start()) {
      ids = new RegistryIds(RegistrySettings.of(other.base()));
      id = ids.idOf("t-VentureEvent", schema);
      ids.schemaOf(id);
    }

    assertThat(ids.schemaOf(id)).isEqualTo(schema);
    assertThat(ids.idOf("t-VentureEvent", schema)).isEqualTo(id);
    assertThatThrownBy(() -> ids.schemaOf(id + 1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("check that the registry is up");
  }

  private static RegistryIds ids() {
    return new RegistryIds(RegistrySettings.of(registry.base()));
  }

  private static String subjects() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(registry.base() + "/subjects")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
