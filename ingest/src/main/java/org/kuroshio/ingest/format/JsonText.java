package org.kuroshio.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.rejection.Problem;

/**
 * What the JSON readers share: how a parser is opened, and what is said of text that is no JSON.
 */
final class JsonText {
  private static final HexFormat HEX = HexFormat.of();
  private static final ObjectMapper COMPACT = new ObjectMapper();

  private final JsonFactory factory;

  JsonText(ReadLimits limits) {
    // no source excerpts: they would carry personal data into messages
    this.factory =
        JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(limits.recordChars())
                    .maxNestingDepth(Math.max(limits.depth() * 10, 1000))
                    .build())
            .build();
  }

  JsonParser parser(InputStream in, TextEncoding encoding) throws IOException {
    return encoding.isUtf8()
        ? factory.createParser(in)
        : factory.createParser(new InputStreamReader(in, encoding.decoder()));
  }

  JsonParser parser(byte[] bytes, int offset, int length) throws IOException {
    return factory.createParser(bytes, offset, length);
  }

  JsonParser parser(String text) throws IOException {
    return factory.createParser(text);
  }

  /** Says where, and nothing of the text itself. */
  static Problem broken(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return Problem.parse("broken-json", "not valid JSON" + where);
  }

  static Problem tooLarge() {
    return Problem.parse("record-too-large", "the record is larger or deeper than one may be");
  }

  /** SHA-256 of the tree as compact JSON, members in the order of the source. */
  static String sha256(JsonNode tree) throws IOException {
    MessageDigest digest = Sha256.digest();
    digest.update(COMPACT.writeValueAsBytes(tree));
    return HEX.formatHex(digest.digest());
  }

  static byte[] bytes(JsonNode tree) {
    try {
      return COMPACT.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }
}
