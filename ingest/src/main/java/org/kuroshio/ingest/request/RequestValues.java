package org.kuroshio.ingest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.setting.SettingValues;

/**
 * What the holes of one request are filled with. Immutable; holds secrets, so it shows none of its
 * values.
 *
 * @param days {@code window.from} and {@code window.to}
 * @param texts the others; one that is not there is empty
 */
public record RequestValues(
    SettingValues settings, Map<String, LocalDate> days, Map<String, String> texts, JsonNode item) {
  public RequestValues {
    days = Map.copyOf(days);
    texts = Map.copyOf(texts);
  }

  public static RequestValues of(SettingValues settings) {
    return new RequestValues(settings, Map.of(), Map.of(), MissingNode.getInstance());
  }

  public RequestValues window(LocalDate from, LocalDate to) {
    return new RequestValues(settings, Map.of("window.from", from, "window.to", to), texts, item);
  }

  public RequestValues with(String name, String value) {
    return with(Map.of(name, value));
  }

  public RequestValues with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(texts);
    all.putAll(more);
    return new RequestValues(settings, days, all, item);
  }

  public RequestValues item(JsonNode of) {
    return new RequestValues(settings, days, texts, of);
  }

  String value(Hole hole) {
    if (hole.name().startsWith(Hole.SETTING)) {
      return settings.value(hole.name().substring(Hole.SETTING.length()));
    }
    if (hole.pointer().isPresent()) {
      return item.at(hole.pointer().get()).asText();
    }
    LocalDate day = days.get(hole.name());
    if (day != null) {
      return day.format(hole.dates().orElse(DateTimeFormatter.ISO_LOCAL_DATE));
    }
    return Optional.ofNullable(texts.get(hole.name())).orElse("");
  }

  @Override
  public String toString() {
    return "values of " + days.keySet() + " and " + texts.keySet();
  }
}
