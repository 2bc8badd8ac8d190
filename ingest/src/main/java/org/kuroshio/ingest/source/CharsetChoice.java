package org.kuroshio.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * What a file is read as when it is no valid UTF-8.
 *
 * @param second none means that such a file is rejected
 * @param onUndecodable what happens to bytes that the second charset can't decode: REPORT rejects,
 *     REPLACE gives U+FFFD
 */
public record CharsetChoice(Optional<Charset> second, CodingErrorAction onUndecodable) {
  public static final CharsetChoice UTF_8_ONLY =
      new CharsetChoice(Optional.empty(), CodingErrorAction.REPORT);
}
