package org.kuroshio.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.failure.Failure;

class RunConfigFileTest {
  @TempDir Path folder;

  @Test
  void shouldReadTheLeastThereIsToSay() throws IOException {
    RunConfig config =
        read(
            """
            instance: one
            state: state
            kafka: { bootstrap: "localhost:9092" }
            """);

    assertThat(config.cluster().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.state()).isEqualTo(folder.resolve("state"));
    assertThat(config.streams()).isEqualTo(StreamsPart.USUAL);
    assertThat(config.ingest().sources()).isEmpty();
    assertThat(config.principal()).isEqualTo("User:kuroshio");
  }

  @Test
  void shouldReadEveryKey() throws IOException {
    Files.writeString(
        folder.resolve("secrets.properties"), "kafka=s3cret\nann=a secret of many letters\n");
    RunConfig config =
        read(
            """
            instance: one
            state: /var/lib/kuroshio
            kafka:
              bootstrap: [a:1, b:2]
              topic_prefix: east.
              group_prefix: east-
              replication_factor: 3
              event_partitions: 8
              client:
                security.protocol: SASL_SSL
                sasl.jaas.config: 'x.PlainLoginModule required username="eve" password="${file:FOLDER/secrets.properties:kafka}";'
            registry: { url: "http://registry:8081" }
            streams: { threads: 4, flush: PT2S, commit: PT0.5S }
            ingest:
              host: 10.0.0.1
              port: 8083
              api: full
              sources:
                nta-diff: { input: [days, /more], tasks: 3, settings: { kuroshio.batch.records: 100 } }
                awards: { definition: nsf-awards }
            alerts:
              rules: [rules.yaml]
              delivery:
                channels:
                  - name: officers
                    mail: { host: mail, user: eve, password: "${file:FOLDER/secrets.properties:kafka}", from: a@b.example, to: c@d.example }
            serve:
              host: 0.0.0.0
              port: 80
              origins: ["https://agency.example"]
              anybody: nobody
              keys:
                - { name: ann, role: operator, secret: "${file:FOLDER/secrets.properties:ann}" }
              issuer: { url: "https://id.example", keys: "https://id.example/jwks", audience: kuroshio }
            """
                .replace("FOLDER", folder.toString()));

    assertThat(config.cluster().bootstrapServers()).isEqualTo("a:1,b:2");
    assertThat(config.cluster().client().get("sasl.jaas.config")).contains("\"s3cret\"");
    assertThat(config.toString()).doesNotContain("s3cret");
    assertThat(config.principal()).isEqualTo("User:eve");
    assertThat(config.topicSettings().prefix()).isEqualTo("east.");
    assertThat(config.topicSettings().eventPartitions()).isEqualTo(8);
    assertThat(config.topicSettings().replicationFactor()).isEqualTo((short) 3);
    assertThat(config.connectGroup()).isEqualTo("east-kuroshio-connect");
    assertThat(config.registry()).hasToString("Optional[http://registry:8081]");
    assertThat(config.streams())
        .isEqualTo(new StreamsPart(4, Duration.ofSeconds(2), Duration.ofMillis(500)));
    assertThat(config.alerts().rules()).containsExactly(folder.resolve("rules.yaml"));
    assertThat(config.alerts().delivery().channels()).hasSize(1);
    assertThat(config.ingest().api()).isEqualTo(IngestPart.WorkerApi.FULL);
    SourcePart diff = config.ingest().sources().get(0);
    assertThat(diff.inputs()).containsExactly(folder.resolve("days").toString(), "/more");
    assertThat(diff.tasks()).isEqualTo(3);
    assertThat(diff.settings()).containsEntry("kuroshio.batch.records", "100");
    assertThat(config.ingest().sources().get(1).definition()).isEqualTo("nsf-awards");
    assertThat(config.serve().http().port()).isEqualTo(80);
    assertThat(config.serve().http().origins()).containsExactly("https://agency.example");
    assertThat(config.serve().access().anonymous()).isEmpty();
    assertThat(config.serve().access().keys()).hasToString("[API key of ann (operator)]");
    assertThat(config.serve().access().issuer().orElseThrow().rolesClaim()).isEqualTo("roles");
  }

  @Test
  void shouldNameEveryMistakeAtOnce() {
    assertThat(
            problem(
                """
                instanze: one
                state: state
                kafka:
                  bootstrap: localhost:9092
                  replication: 3
                  client:
                    securty.protocol: SSL
                    ssl.truststore.password: hunter2
                    group.id: mine
                streams: { threads: 0 }
                ingest:
                  port: 70000
                  sources:
                    nta-diff: { input: days, task: 2 }
                    gbizinfo: { settings: { api.token: abc123 } }
                serve: { port: many }
                """))
        .contains("kuroshio.yaml:1: unknown key 'instanze'; did you mean 'instance'?")
        .contains("key 'instance' is missing")
        .contains("kuroshio.yaml:5: unknown key 'replication'; known are bootstrap, client")
        .contains("kuroshio.yaml:7: 'securty.protocol' is no setting of every Kafka client")
        .contains("did you mean 'security.protocol'?")
        .contains("kuroshio.yaml:8: 'ssl.truststore.password' holds a secret")
        .contains("kuroshio.yaml:9: 'group.id' is no setting of every Kafka client")
        .contains("kuroshio.yaml:10: threads must be 1 to 1000, was 0")
        .contains("port must be 0 to 65535, was 70000")
        .contains("kuroshio.yaml:14: unknown key 'task'; did you mean 'tasks'?")
        .contains("kuroshio.yaml:15: 'api.token' holds a secret")
        .contains("expected a whole number, found 'many'")
        .doesNotContain("hunter2", "abc123");
  }

  @Test
  void shouldRefuseALoginWithItsPasswordInTheFile() {
    assertThat(
            problem(
                """
                instance: one
                state: state
                kafka:
                  bootstrap: localhost:9092
                  client:
                    sasl.jaas.config: 'x.PlainLoginModule required username="eve" password="hunter2";'
                """))
        .contains("kuroshio.yaml:6: 'sasl.jaas.config' holds a secret")
        .doesNotContain("hunter2");
  }

  @Test
  void shouldNameAReferenceThatLeadsNowhere() {
    assertThat(
            problem(
                """
                instance: one
                state: state
                kafka:
                  bootstrap: localhost:9092
                  client: { ssl.truststore.password: "${env:KUROSHIO_TEST_UNSET}" }
                """))
        .contains("kuroshio.yaml:5: ${env:KUROSHIO_TEST_UNSET} leads to nothing");
  }

  @Test
  void shouldReadTheExampleButForItsSecrets() throws IOException {
    Path example = Path.of("../examples/run/kuroshio.yaml");
    String without =
        Files.readString(example)
            .replace("${env:KUROSHIO_KAFKA_PASSWORD}", "${file:FOLDER/secrets.properties:kafka}")
            .replace("${env:KUROSHIO_HOOK_SECRET}", "${file:FOLDER/secrets.properties:kafka}")
            .replace("${env:KUROSHIO_MAIL_PASSWORD}", "${file:FOLDER/secrets.properties:kafka}")
            .replace("${env:KUROSHIO_OFFICER_KEY}", "${file:FOLDER/secrets.properties:officer}")
            .replace(
                "${env:KUROSHIO_TRUSTSTORE_PASSWORD}", "${file:FOLDER/secrets.properties:kafka}")
            .replace("FOLDER", folder.toString());
    Files.writeString(
        folder.resolve("secrets.properties"), "kafka=s3cret\nofficer=a secret of many letters\n");

    RunConfig config = read(without);

    assertThat(config.ingest().sources())
        .extracting(SourcePart::name)
        .containsExactly("nta-diff", "population-jp");
    assertThat(Files.readString(Path.of("../docs/running.md"))).contains(Files.readString(example));
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    assertThatThrownBy(() -> RunConfigFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("none.yaml");
  }

  private RunConfig read(String text) throws IOException {
    return RunConfigFile.read(Files.writeString(folder.resolve("kuroshio.yaml"), text));
  }

  private String problem(String text) {
    Throwable thrown = catchThrowable(() -> read(text));
    assertThat(thrown).isInstanceOf(Failure.class);
    return thrown.getMessage();
  }
}
