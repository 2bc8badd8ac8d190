package org.kuroshio.standalone.paper;

import java.math.BigInteger;

/** A fraction in lowest terms: enough to add weights without the product's own arithmetic. */
record Shares(BigInteger numerator, BigInteger denominator) {
  static Shares of(long numerator, long denominator) {
    BigInteger n = BigInteger.valueOf(numerator);
    BigInteger d = BigInteger.valueOf(denominator);
    BigInteger gcd = n.gcd(d);
    return new Shares(n.divide(gcd), d.divide(gcd));
  }

  Shares plus(Shares other) {
    BigInteger n = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    BigInteger d = denominator.multiply(other.denominator);
    BigInteger gcd = n.gcd(d);
    return new Shares(n.divide(gcd), d.divide(gcd));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
