package org.kuroshio.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How one file's bytes are to be decoded.
 *
 * @param bomBytes how many bytes at the front are no text
 */
public record TextEncoding(Charset charset, CodingErrorAction onUndecodable, int bomBytes) {
  public static final TextEncoding UTF_8 =
      new TextEncoding(StandardCharsets.UTF_8, CodingErrorAction.REPORT, 0);
  static final TextEncoding UTF_8_WITH_BOM =
      new TextEncoding(StandardCharsets.UTF_8, CodingErrorAction.REPORT, 3);

  public boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  public CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(onUndecodable)
        .onUnmappableCharacter(onUndecodable);
  }
}
