package org.kuroshio.serve.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.fixture.Alerts;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.Target;

/** Against a real SMTP server. */
class MailPostTest {
  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldSendAnAlertInTheChannelsLanguage() throws Exception {
    post("ja").send(List.of(Alerts.fired(1)));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("[Kuroshio] 警告: 審査1は期限2026-11-24を過ぎても未達成です");
    assertThat(mail.getContent().toString())
        .contains("milestone.overdue · milestone:1 · 000000000001-1")
        .contains("http://127.0.0.1:8080/?view=alerts");
    assertThat(mail.getAllRecipients()).hasSize(2);
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void shouldSendAgainUnderTheSameId() throws Exception {
    post("en").send(List.of(Alerts.fired(1), Alerts.fired(2)));
    post("en").send(List.of(Alerts.fired(1), Alerts.fired(2)));

    // two mails to two people
    assertThat(server.getReceivedMessages()).hasSize(4);
    for (MimeMessage mail : server.getReceivedMessages()) {
      assertThat(mail.getMessageID())
          .isEqualTo("<000000000001-1.1.2.000000000002-1.1@example.org>");
    }
  }

  @Test
  void shouldTellOnlyTheLastOfAnAlert() throws Exception {
    Alert end = Alerts.resolved(1, Alerts.FIRED_AT.plus(Duration.ofMinutes(1)));
    post("en").send(List.of(Alerts.fired(1), Alerts.fired(2), end));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).startsWith("[Kuroshio] Alert: Gate 2").endsWith("and 1 more");
    assertThat(mail.getContent().toString())
        .containsOnlyOnce("milestone:1 ·")
        .contains("Resolved · warning · 2026-11-25 08:01 UTC")
        .contains("Reason: CORRECTED");
  }

  @Test
  void shouldCountWhatALongListLeavesOut() throws Exception {
    List<Alert> storm = new ArrayList<>(IntStream.range(0, 500).mapToObj(Alerts::fired).toList());
    post("en").send(storm);

    // one mail to two people
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("and 450 more");
  }

  @Test
  void shouldNotLetATextAddHeaders() throws Exception {
    Alert alert = Alerts.draft(1).setSummary(Map.of("en", "due\r\nBcc: all@example.org")).build();
    post("en").send(List.of(alert));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("[Kuroshio] Alert: due Bcc: all@example.org");
  }

  @Test
  void shouldSayThatAServerIsAway() {
    MailPost post = post("en");
    server.stop();

    assertThatThrownBy(() -> post.send(List.of(Alerts.fired(1))))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining("did not take a mail");
  }

  @Test
  void shouldRefuseToSendInTheClearWhereTlsIsAskedFor() {
    MailPost post = new MailPost(target("en", Target.Security.STARTTLS), Optional.empty());

    assertThatThrownBy(() -> post.send(List.of(Alerts.fired(1))))
        .isInstanceOf(UndeliveredException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private MailPost post(String language) {
    return new MailPost(
        target(language, Target.Security.NONE), Optional.of(URI.create("http://127.0.0.1:8080")));
  }

  private Target.Mail target(String language, Target.Security security) {
    return new Target.Mail(
        "127.0.0.1",
        server.getSmtp().getPort(),
        security,
        Optional.empty(),
        "Kuroshio <kuroshio@example.org>",
        List.of("officers@example.org", "board@example.org"),
        language);
  }
}
