package org.kuroshio.schemas.yaml;

import java.util.List;
import java.util.Locale;

/** A scalar as written: numbers, booleans and words of a choice stay text until somebody asks. */
public record YamlText(Place place, String value) implements YamlNode {
  @Override
  public String kind() {
    return "the value '" + value + "'";
  }

  @Override
  public YamlText asText() {
    return this;
  }

  @Override
  public YamlList asList() {
    return new YamlList(place, List.of(this));
  }

  public boolean asBoolean() {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem("expected true or false, found '" + value + "'");
    };
  }

  /** A whole number of 32 bits, with or without a sign. */
  public int asInteger() {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw problem("expected a whole number, found '" + value + "'");
    }
  }

  /** A constant, written in any case and with {@code -} or {@code _}. */
  public <E extends Enum<E>> E asConstant(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    return constants.stream()
        .filter(constant -> word(constant).equalsIgnoreCase(value.replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                problem(
                    "unknown value '"
                        + value
                        + "'"
                        + Nearest.hint(value, constants.stream().map(YamlText::word).toList())));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
