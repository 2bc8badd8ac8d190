package org.kuroshio.serve.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an answer is written. */
enum Format {
  json("application/json"),
  csv("text/csv; charset=utf-8"),
  sdmx_csv("application/vnd.sdmx.data+csv; version=1.0.0"),
  text("text/plain; charset=utf-8");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** As the parameter writes it. */
  String word() {
    return name().replace('_', '-');
  }

  /**
   * By the parameter `format`, else by the header Accept; the first of those on offer where
   * anything will do.
   */
  static Format of(Question question, Context context, Format... offered) {
    List<Format> offers = List.of(offered);
    Optional<String> asked = question.text("format");
    if (asked.isPresent()) {
      String word = question.word("format", "", offers.stream().map(Format::word).toList());
      return offers.stream().filter(f -> f.word().equals(word)).findFirst().orElseThrow();
    }
    String accept = context.header("Accept");
    if (accept == null || accept.isBlank()) {
      return offers.get(0);
    }
    for (String range : inOrder(accept)) {
      for (Format offer : offers) {
        if (offer.matches(range)) {
          return offer;
        }
      }
    }
    throw new ProblemException(
        406,
        "not-acceptable",
        "Not acceptable",
        "this address answers as " + offers.stream().map(Format::type).toList());
  }

  private boolean matches(String range) {
    String bare = type.contains(";") ? type.substring(0, type.indexOf(';')) : type;
    return range.equals("*/*")
        || range.equals(bare)
        || (range.endsWith("/*") && bare.startsWith(range.substring(0, range.length() - 1)));
  }

  /** The ranges of the header, what is preferred first. */
  private static List<String> inOrder(String accept) {
    record Range(String type, double quality) {}
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.split(",", -1)) {
      String[] fields = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      double quality = 1;
      for (String field : fields) {
        if (field.startsWith("q=")) {
          try {
            quality = Double.parseDouble(field.substring(2));
          } catch (NumberFormatException e) {
            throw ProblemException.badQuestion("the header Accept has no such weight: " + field);
          }
        }
      }
      if (quality > 0) {
        ranges.add(new Range(fields[0], quality));
      }
    }
    ranges.sort((one, other) -> Double.compare(other.quality(), one.quality()));
    return ranges.stream().map(Range::type).toList();
  }
}
