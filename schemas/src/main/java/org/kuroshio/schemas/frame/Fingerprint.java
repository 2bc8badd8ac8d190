package org.kuroshio.schemas.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * A schema's bundled id: the first 31 bits of a SHA-256 over its parsing form and its logical
 * types. Documentation, defaults and aliases do not enter, as they do not change what is written; a
 * decimal's scale does.
 */
final class Fingerprint {
  private Fingerprint() {}

  static int id(Schema schema) {
    byte[] text = canonical(schema).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(sha256(text)).getInt() & Integer.MAX_VALUE;
  }

  static String canonical(Schema schema) {
    StringBuilder text = new StringBuilder(SchemaNormalization.toParsingForm(schema));
    appendLogicalTypes(schema, "", text, new HashSet<>());
    return text.toString();
  }

  /** The parsing form leaves logical types out. */
  private static void appendLogicalTypes(
      Schema schema, String path, StringBuilder text, Set<String> seen) {
    if (schema.getLogicalType() != null) {
      text.append('\n').append(path).append(' ').append(schema.getLogicalType().getName());
      if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
        text.append(' ').append(decimal.getPrecision()).append(' ').append(decimal.getScale());
      }
    }
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          for (Schema.Field field : schema.getFields()) {
            appendLogicalTypes(field.schema(), path + "/" + field.name(), text, seen);
          }
        }
      }
      case UNION -> {
        for (Schema branch : schema.getTypes()) {
          appendLogicalTypes(branch, path + "|" + branch.getFullName(), text, seen);
        }
      }
      case ARRAY -> appendLogicalTypes(schema.getElementType(), path + "[]", text, seen);
      case MAP -> appendLogicalTypes(schema.getValueType(), path + "{}", text, seen);
      default -> {}
    }
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
