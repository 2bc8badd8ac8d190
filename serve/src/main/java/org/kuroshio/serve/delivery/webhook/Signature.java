package org.kuroshio.serve.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kuroshio.serve.delivery.settings.Secret;

/**
 * Tells a receiver that a body is ours and new: {@code t=SECONDS,v1=HEX}, where HEX is the
 * HMAC-SHA256 of {@code SECONDS.BODY}. A receiver refuses one whose time is minutes away.
 */
public final class Signature {
  public static final String HEADER = "Kuroshio-Signature";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  public static String of(Secret secret, Instant at, byte[] body) {
    String seconds = String.valueOf(at.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
