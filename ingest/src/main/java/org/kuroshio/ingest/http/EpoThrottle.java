package org.kuroshio.ingest.http;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.budget.Budget;
import org.kuroshio.ingest.budget.RequestBudget;
import org.kuroshio.ingest.request.EpoService;

/**
 * Obeys {@code X-Throttling-Control: busy (images=green:100, ..., search=yellow:15)}: how many
 * requests a minute each service bears now. Black means none.
 */
final class EpoThrottle {
  private static final String HEADER = "X-Throttling-Control";
  private static final Pattern SERVICE =
      Pattern.compile("(\\w+)\\s*=\\s*(\\w+)\\s*:\\s*(\\d{1,6})");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private EpoThrottle() {}

  static String kind(EpoService service) {
    return service.name().toLowerCase(Locale.ROOT);
  }

  static void obey(Answer answer, EpoService asked, RequestBudget budget) {
    Matcher service = SERVICE.matcher(answer.find(HEADER).orElse(""));
    while (service.find()) {
      int requests = Integer.parseInt(service.group(3));
      boolean stopped = requests == 0 || service.group(2).equalsIgnoreCase("black");
      if (!stopped) {
        budget.limit(service.group(1), new Budget.Rate(requests, MINUTE));
      } else if (service.group(1).equals(kind(asked))) {
        budget.rest(MINUTE);
      }
    }
  }
}
