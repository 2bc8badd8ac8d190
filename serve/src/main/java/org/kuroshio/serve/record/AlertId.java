package org.kuroshio.serve.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.kuroshio.schemas.table.Alert;

/** Names one episode of an alert in an address: rules and subjects may have any letters. */
final class AlertId {
  private AlertId() {}

  static String of(Alert alert) {
    Schema.Field field = alert.getSchema().getField("id");
    String own = field == null ? "" : String.valueOf(alert.get(field.pos()));
    return own.isEmpty() ? digest(alert) : own;
  }

  private static String digest(Alert alert) {
    try {
      String key = alert.getRule() + "|" + alert.getSubject();
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6) + "-" + alert.getEpisode();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
