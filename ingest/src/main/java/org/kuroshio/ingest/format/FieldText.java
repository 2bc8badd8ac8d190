package org.kuroshio.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.rejection.Problem;

/** Decodes stretches of bytes. Not thread-safe. */
final class FieldText {
  private final TextEncoding encoding;
  private final CharsetDecoder strict;

  FieldText(TextEncoding encoding) {
    this.encoding = encoding;
    // the survey has found UTF-8 valid, and String replaces what it can't decode, as REPLACE wants
    boolean asIs = encoding.isUtf8() || encoding.onUndecodable().equals(CodingErrorAction.REPLACE);
    this.strict = asIs ? null : encoding.decoder();
  }

  boolean isUtf8() {
    return encoding.isUtf8();
  }

  /**
   * @param position in the file, for the error
   * @throws org.kuroshio.ingest.rejection.RejectedException if a byte can't be decoded and the
   *     source wants that rejected
   */
  String decode(byte[] bytes, int offset, int length, long position) {
    if (strict == null) {
      return new String(bytes, offset, length, encoding.charset());
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    try {
      return strict.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw Problem.read(
              "undecodable",
              "byte "
                  + (position + in.position() - offset)
                  + " is no "
                  + encoding.charset().name()
                  + "; 'onUndecodable: replace' would let it pass as U+FFFD")
          .thrown();
    }
  }
}
