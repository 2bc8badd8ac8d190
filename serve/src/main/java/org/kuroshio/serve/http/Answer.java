package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.answer.Language;

/** Writes an answer, or says that it is still the one that the caller has. */
final class Answer {
  /** Changes when answers to the same tables are written in another way. */
  private static final String REVISION = "1";

  private final Context context;

  private Answer(Context context) {
    this.context = context;
  }

  static Answer to(Context context) {
    context.header("Vary", "Accept, Accept-Language, Origin");
    context.header("Cache-Control", "no-cache");
    return new Answer(context);
  }

  /**
   * Marks what the answer depends on besides its address.
   *
   * @return whether the caller has it already, so that there is nothing to write
   */
  boolean isKnown(String mark, Language language, Format format) {
    String tag = mark(mark, language, format);
    String known = context.header("If-None-Match");
    if (known == null || !tags(known).contains(tag)) {
      return false;
    }
    context.status(304);
    return true;
  }

  /** Says what the answer depends on besides its address. */
  String mark(String mark, Language language, Format format) {
    String tag = "W/\"%s-%s-%s-%s\"".formatted(REVISION, mark, language, format.word());
    context.header("ETag", tag);
    return tag;
  }

  /** A server in front may have made a tag of ours a strong one. */
  private static List<String> tags(String header) {
    return java.util.Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .map(tag -> tag.startsWith("\"") ? "W/" + tag : tag)
        .toList();
  }

  void json(JsonNode tree) {
    context.contentType(Format.json.type()).result(Json.bytes(tree));
  }

  void text(Format format, String text) {
    context.contentType(format.type()).result(text.getBytes(StandardCharsets.UTF_8));
  }

  void lines(Format format, List<String> lines) {
    text(format, String.join("\n", lines) + "\n");
  }

  void printed(Format format, Consumer<PrintStream> printing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    printing.accept(out);
    out.flush();
    context.contentType(format.type()).result(bytes.toByteArray());
  }
}
