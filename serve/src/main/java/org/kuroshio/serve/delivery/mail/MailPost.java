package org.kuroshio.serve.delivery.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.post.Post;
import org.kuroshio.serve.delivery.post.UndeliveredException;
import org.kuroshio.serve.delivery.settings.Target;

/**
 * Sends mails by SMTP. A mail that is sent again has the same Message-ID, so that readers show one.
 */
public final class MailPost implements Post {
  private static final String TIMEOUT_MILLIS = "10000";

  private final Target.Mail target;
  private final Optional<URI> link;
  private final MailWords words;
  private final Session session;

  /**
   * @param link of the dashboard
   */
  public MailPost(Target.Mail target, Optional<URI> link) {
    this.target = target;
    this.link = link;
    this.words = new MailWords(target.language());
    this.session = Session.getInstance(properties(target));
  }

  @Override
  public void send(List<Alert> transitions) throws UndeliveredException {
    try {
      MimeMessage message = message(transitions);
      try (Transport transport = session.getTransport(protocol(target))) {
        transport.connect(
            target.host(),
            target.port(),
            target.login().map(Target.Login::user).orElse(null),
            target.login().map(login -> login.password().value()).orElse(null));
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      throw new UndeliveredException(
          "mail server %s:%d did not take a mail: %s"
              .formatted(target.host(), target.port(), e.getClass().getSimpleName()),
          e);
    }
  }

  @Override
  public void close() {
    // a connection lasts no longer than its mail
  }

  private MimeMessage message(List<Alert> transitions) throws MessagingException {
    MailText text = new MailText(transitions, words, link);
    MimeMessage message = new OwnIdMessage(session, id(transitions));
    message.setFrom(address(target.from()));
    for (String to : target.to()) {
      message.addRecipient(Message.RecipientType.TO, address(to));
    }
    message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
    message.setText(text.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(transitions.get(transitions.size() - 1).getAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private String id(List<Alert> transitions) {
    Alert first = transitions.get(0);
    Alert last = transitions.get(transitions.size() - 1);
    String domain = target.from().replaceAll(".*@|>", "");
    return "<%s.%d.%d.%s.%d@%s>"
        .formatted(
            first.getId(),
            first.getNumber(),
            transitions.size(),
            last.getId(),
            last.getNumber(),
            domain);
  }

  private static InternetAddress address(String text) throws AddressException {
    return new InternetAddress(text, true);
  }

  private static String protocol(Target.Mail target) {
    return target.security() == Target.Security.TLS ? "smtps" : "smtp";
  }

  private static Properties properties(Target.Mail target) {
    String prefix = "mail." + protocol(target) + ".";
    Properties properties = new Properties();
    properties.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    properties.put(prefix + "timeout", TIMEOUT_MILLIS);
    properties.put(prefix + "writetimeout", TIMEOUT_MILLIS);
    properties.put(prefix + "auth", String.valueOf(target.login().isPresent()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    boolean startTls = target.security() == Target.Security.STARTTLS;
    properties.put(prefix + "starttls.enable", String.valueOf(startTls));
    properties.put(prefix + "starttls.required", String.valueOf(startTls));
    return properties;
  }

  /** Jakarta Mail makes an id of its own for each sending, unless it is kept from doing so. */
  private static final class OwnIdMessage extends MimeMessage {
    private final String id;

    OwnIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
