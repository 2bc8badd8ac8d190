package org.kuroshio.ingest.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source's rules, then the usual ones; the first that holds counts. Immutable. */
public final class ErrorPolicy {
  private static final List<ErrorRule> USUAL =
      List.of(
          usual(Action.RETRY, 408, 408),
          usual(Action.RETRY, 425, 425),
          usual(Action.RETRY, 429, 429),
          usual(Action.RETRY, 500, 599),
          usual(Action.FAIL, 300, 303),
          usual(Action.FAIL, 305, 499));

  private final List<ErrorRule> rules;

  /** What a rule looks at. */
  public interface Reply extends Condition.Headers {
    int status();

    /** The value at a pointer of the body. */
    Optional<String> at(com.fasterxml.jackson.core.JsonPointer pointer);

    /** The body's beginning. */
    String beginning();
  }

  public ErrorPolicy(List<ErrorRule> own) {
    rules = new ArrayList<>(own);
    rules.addAll(USUAL);
  }

  private static ErrorRule usual(Action then, int from, int to) {
    Condition when =
        new Condition(
            List.of(new Condition.StatusRange(from, to)),
            Map.of(),
            Optional.empty(),
            Optional.empty());
    return new ErrorRule(
        when,
        then,
        Optional.empty(),
        Optional.of(ErrorRulesReader.RETRY_AFTER),
        Optional.empty(),
        Action.FAIL);
  }

  /** The rule that holds; none means that the answer is what was asked for. */
  public Optional<ErrorRule> rule(Reply reply) {
    return rules.stream().filter(rule -> holds(rule.when(), reply)).findFirst();
  }

  public static boolean holds(Condition when, Reply reply) {
    if (!when.allows(reply.status(), reply)) {
      return false;
    }
    if (when.at().isPresent()) {
      Optional<String> value = reply.at(when.at().get());
      return value.isPresent()
          && when.body().map(pattern -> pattern.matcher(value.get()).find()).orElse(true);
    }
    return when.body().map(pattern -> pattern.matcher(reply.beginning()).find()).orElse(true);
  }
}
