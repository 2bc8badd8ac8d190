package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kuroshio.schemas.entity.Problem.Reason;

/**
 * A number, in digits or as text in digits, read without rounding.
 *
 * @param scale how many decimals fit
 * @param integerDigits how many digits before the decimal point fit
 * @param whole whether the result is a {@code Long}, not a {@code BigDecimal} of exactly {@code
 *     scale}
 */
record NumberReader(int scale, int integerDigits, boolean whole, Optional<Long> minimum)
    implements ValueReader {
  /** Text that is a number; no thousands separators, no exponent. */
  static final Pattern SYNTAX = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  private static final int EXACT_DOUBLE_DIGITS = 15;
  private static final int LONG_DIGITS = 18;

  static NumberReader ofLong(Optional<Long> minimum) {
    return new NumberReader(0, LONG_DIGITS, true, minimum);
  }

  static NumberReader ofDecimal(int precision, int scale, Optional<Long> minimum) {
    return new NumberReader(scale, precision - scale, false, minimum);
  }

  @Override
  public Object read(JsonNode value, At at, Reading reading) {
    BigDecimal number = number(value, at, reading);
    if (number == null || !fits(number, at, reading)) {
      return null;
    }
    if (minimum.isPresent() && number.compareTo(BigDecimal.valueOf(minimum.get())) < 0) {
      boolean amount = !whole && minimum.get() == 0;
      reading.wrong(
          at,
          amount ? Reason.NEGATIVE_AMOUNT : Reason.BAD_NUMBER,
          number.toPlainString(),
          "%d or more%s"
              .formatted(
                  minimum.get(),
                  amount
                      ? "; a withdrawal of money is an event of op WITHDRAW or a correction"
                      : ""));
      return null;
    }
    return whole ? (Object) number.longValueExact() : number.setScale(scale);
  }

  private BigDecimal number(JsonNode value, At at, Reading reading) {
    if (value.isTextual() && SYNTAX.matcher(value.textValue()).matches()) {
      return new BigDecimal(value.textValue()).stripTrailingZeros();
    }
    if (value.isTextual()) {
      reading.wrong(at, Reason.BAD_NUMBER, "text " + Reading.quote(value.textValue()), expected());
      return null;
    }
    if (!value.isNumber()) {
      reading.wrongType(at, value, expected());
      return null;
    }
    if (value.isFloatingPointNumber() && !value.isBigDecimal() && !isFinite(value)) {
      reading.wrong(at, Reason.BAD_NUMBER, value.asText(), expected());
      return null;
    }
    return exact(value, at, reading);
  }

  /** A double of more digits than it can hold was rounded before it came here. */
  private static BigDecimal exact(JsonNode value, At at, Reading reading) {
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    boolean rounded =
        (value.isDouble() || value.isFloat()) && number.precision() > EXACT_DOUBLE_DIGITS;
    if (rounded) {
      reading.wrong(
          at,
          Reason.BAD_NUMBER,
          "the floating-point number " + value.asText() + ", whose last digits are not exact",
          "text in quotes where more than 15 digits matter");
      return null;
    }
    return number;
  }

  /** By the count of digits first, as 1e999999999 would fill the memory when written out. */
  private boolean fits(BigDecimal number, At at, Reading reading) {
    boolean tooManyDecimals = number.scale() > scale;
    boolean tooLarge = (long) number.precision() - number.scale() > integerDigits;
    if (tooManyDecimals || tooLarge) {
      reading.wrong(at, Reason.BAD_NUMBER, number.toString(), expected());
      return false;
    }
    return true;
  }

  private String expected() {
    return whole
        ? "a whole number of at most " + integerDigits + " digits"
        : "a number in plain digits as 1234.5, at most %d before and %d after the point"
            .formatted(integerDigits, scale);
  }

  private static boolean isFinite(JsonNode value) {
    return Double.isFinite(value.doubleValue());
  }
}
