package org.kuroshio.indicators.formula.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** One member made comparable over the set. */
record MemberScores(SortedMap<String, Score> scores, Optional<Scale> scale) {

  static MemberScores of(
      Member member,
      Normalisation normalisation,
      Map<String, OptionalDouble> values,
      SortedSet<String> regions) {
    SortedMap<String, Score> scores = new TreeMap<>();
    List<String> compared = new ArrayList<>();
    List<Double> given = new ArrayList<>();
    List<Double> transformed = new ArrayList<>();
    for (String region : regions) {
      OptionalDouble value = values.getOrDefault(region, OptionalDouble.empty());
      if (value.isEmpty()) {
        scores.put(region, missing(member, Score.Reason.NO_VALUE));
        continue;
      }
      OptionalDouble usable = member.transform().of(finite(member, region, value.getAsDouble()));
      if (usable.isEmpty()) {
        scores.put(region, missing(member, Score.Reason.NO_ROOT));
        continue;
      }
      compared.add(region);
      given.add(value.getAsDouble());
      transformed.add(usable.getAsDouble());
    }
    if (transformed.stream().distinct().count() < 2) {
      compared.forEach(region -> scores.put(region, missing(member, Score.Reason.NO_VARIATION)));
    } else {
      double[] numbers =
          normalisation.scores(
              transformed.stream().mapToDouble(Double::doubleValue).toArray(), member.direction());
      for (int i = 0; i < numbers.length; i++) {
        scores.put(compared.get(i), new Score.Value(numbers[i]));
      }
    }
    return new MemberScores(scores, scale(given));
  }

  private static Optional<Scale> scale(List<Double> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Scale(
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow(),
                values.size()));
  }

  private static Score missing(Member member, Score.Reason reason) {
    return new Score.Missing(reason, List.of(member.id()));
  }

  private static double finite(Member member, String region, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the value of '"
              + member.id()
              + "' in "
              + region
              + " is "
              + value
              + "; give none where there is none");
    }
    return value + 0.0;
  }
}
