package org.kuroshio.ingest.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;
import org.kuroshio.ingest.rejection.Problem;

/** Numbers as text, so that no digit is lost on the way through floating point. */
final class NumberFunctions {
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){1,13}(\\.\\d+)?");

  private NumberFunctions() {}

  static List<MappingFunction> all() {
    return List.of(
        new MappingFunction("decimal", 1, 1, arguments -> decimal(arguments[0], true)),
        new MappingFunction("amount", 1, 1, arguments -> decimal(arguments[0], false)));
  }

  private static JsonNode decimal(JsonNode argument, boolean mayBeNegative) {
    String text = MappingFunction.text(argument);
    if (text.isEmpty()) {
      return NullNode.instance;
    }
    if (!PLAIN.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
      throw Problem.map("bad-number", "'" + text + "' is no number in plain digits like 1234.5")
          .thrown();
    }
    if (!mayBeNegative && text.startsWith("-")) {
      throw Problem.map("negative-amount", "the amount " + text + " is below zero").thrown();
    }
    String digits = text.replace(",", "");
    return TextNode.valueOf(digits.startsWith("+") ? digits.substring(1) : digits);
  }
}
