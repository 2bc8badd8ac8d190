package org.kuroshio.serve.delivery.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.YamlTree;

class DeliveryReaderTest {
  private static final String WHOLE =
      """
      allow: [hooks.example.org]
      channels:
        - name: pager
          alertmanager: { urls: ["http://127.0.0.1:9093"], resend: PT30S }
          link: http://127.0.0.1:8080
        - name: ticket
          webhook: { url: "https://hooks.example.org/kuroshio?key=1", secret: "${env:HOOK}" }
          select: { severities: [critical], rules: ["milestone.*"] }
          pace: { gather: PT0S, messages: 5, per: PT1S }
        - name: officers
          mail:
            host: mail.example.org
            user: kuroshio
            password: ${env:MAIL}
            from: Kuroshio <kuroshio@example.org>
            to: [officers@example.org]
            language: ja
      """;

  private final DeliveryReader reader = new DeliveryReader(reference -> "value of " + reference);

  @Test
  void shouldReadEveryKindOfChannel() {
    DeliverySettings settings = read(WHOLE);

    assertThat(settings.channels())
        .extracting(ChannelSettings::name)
        .containsExactly("pager", "ticket", "officers");
    assertThat(settings.channels().get(0).target())
        .isEqualTo(
            new Target.Alertmanager(
                List.of(URI.create("http://127.0.0.1:9093")), Duration.ofSeconds(30)));
    Target.Webhook webhook = (Target.Webhook) settings.channels().get(1).target();
    assertThat(webhook.secret()).contains(new Secret("value of ${env:HOOK}"));
    assertThat(settings.channels().get(1).pacing().messages()).isEqualTo(5);
    Target.Mail mail = (Target.Mail) settings.channels().get(2).target();
    assertThat(mail.port()).isEqualTo(587);
    assertThat(mail.security()).isEqualTo(Target.Security.STARTTLS);
  }

  @Test
  void shouldPrintNoSecret() {
    assertThat(read(WHOLE).toString()).doesNotContain("value of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alertmanager: { urls:|alertmanger: { urls:|unknown key 'alertmanger'; did you mean 'alertmanager'?",
        "secret: \"${env:HOOK}\"|secret: abc|a secret does not stand in a file",
        "allow: [hooks.example.org]|allow: []|sends to hooks.example.org, which is not in allow",
        "allow: [hooks.example.org]|allow: [\"hooks.example.org:8443\"]|which is not in allow",
        "severities: [critical]|severities: [critcal]|did you mean 'critical'?",
        "resend: PT30S|resend: 30s|expected a time like PT30S",
        "name: ticket|name: pager|two channels are called 'pager'",
        "name: ticket|name: My Tickets|small letters, digits and hyphens",
        "https://hooks|ftp://hooks|expected an address like https://host/path",
        "host: mail.example.org|security: none, host: mail.example.org|no valid YAML",
        "language: ja|security: none|a password is not sent in the clear",
        "password: ${env:MAIL}|port: 25|user and password go together",
        "language: ja|language: fr|unknown value 'fr'"
      })
  void shouldRefuseMistakesByFileAndLine(String right, String wrong, String message) {
    assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("delivery.yaml:")
        .hasMessageContaining(message);
  }

  private DeliverySettings read(String text) {
    return reader.read(YamlTree.parse("delivery.yaml", text).asMap());
  }
}
