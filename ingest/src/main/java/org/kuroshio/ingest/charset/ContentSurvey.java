package org.kuroshio.ingest.charset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.kuroshio.ingest.rejection.Problem;

/**
 * What one pass over a content's bytes tells: its identity, and whether it is UTF-8.
 *
 * @param sha256 64 hexadecimal digits; the content's identity, whatever its name
 * @param wrongUtf8 where the first byte stands that is no UTF-8
 */
public record ContentSurvey(String sha256, long sizeBytes, OptionalLong wrongUtf8, boolean hasBom) {
  /** Of no bytes at all: stands for a content whose bytes can't be had. */
  public static final String EMPTY_SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * Told after every buffer, so that a long pass can be ended by an unchecked exception of its own.
   */
  public interface Watch {
    void read(long bytes);
  }

  /**
   * Reads the stream to its end, at constant memory; does not close it. A stream that breaks in the
   * middle is surveyed up to there: the reading pass meets the same fault, and keeps what stands
   * before it.
   */
  public static ContentSurvey of(InputStream in, Watch watch) {
    MessageDigest digest = Sha256.digest();
    Utf8Check utf8 = new Utf8Check();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    boolean broken = false;
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        utf8.update(buffer, 0, n);
        size += n;
        watch.read(n);
      }
    } catch (IOException e) {
      broken = true;
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    OptionalLong wrong = broken ? utf8.wrongByte() : utf8.firstWrongByte();
    return new ContentSurvey(sha256, size, wrong, utf8.hasBom());
  }

  /**
   * @param second what to read it as if it is no UTF-8
   * @throws org.kuroshio.ingest.rejection.RejectedException if it is no UTF-8 and there is no
   *     second charset
   */
  public TextEncoding encoding(Optional<Charset> second, CodingErrorAction onUndecodable) {
    if (wrongUtf8.isEmpty()) {
      return hasBom ? TextEncoding.UTF_8_WITH_BOM : TextEncoding.UTF_8;
    }
    return second
        .map(charset -> new TextEncoding(charset, onUndecodable, 0))
        .orElseThrow(() -> notUtf8().thrown());
  }

  private Problem notUtf8() {
    return Problem.read(
        "wrong-charset",
        "not valid UTF-8 from byte "
            + wrongUtf8.getAsLong()
            + " on, and the source names no second charset; name it by 'charset' in its definition,"
            + " or convert the file");
  }
}
