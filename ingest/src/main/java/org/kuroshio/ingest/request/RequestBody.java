package org.kuroshio.ingest.request;

import java.util.Map;

/** What a request carries. */
public sealed interface RequestBody {
  /** Whether one of its holes has this name. */
  boolean uses(String name);

  /** Its bytes and what they are. */
  Filled fill(RequestValues values);

  /**
   * @param text empty for no body
   */
  record Filled(String text, String contentType) {}

  /** None. */
  record None() implements RequestBody {
    @Override
    public boolean uses(String name) {
      return false;
    }

    @Override
    public Filled fill(RequestValues values) {
      return new Filled("", "");
    }
  }

  /** A JSON document whose texts have holes. */
  record Json(JsonTemplate document) implements RequestBody {
    @Override
    public boolean uses(String name) {
      return document.uses(name);
    }

    @Override
    public Filled fill(RequestValues values) {
      return new Filled(document.fill(values), "application/json");
    }
  }

  /** Fields of a form, URL-encoded. */
  record Form(Map<String, RequestText> fields) implements RequestBody {
    public Form {
      fields = Map.copyOf(fields);
    }

    @Override
    public boolean uses(String name) {
      return fields.values().stream().anyMatch(field -> field.uses(name));
    }

    @Override
    public Filled fill(RequestValues values) {
      return new Filled(QueryText.of(fields, values), "application/x-www-form-urlencoded");
    }
  }

  /** Text as it is. */
  record Text(RequestText text, String contentType) implements RequestBody {
    @Override
    public boolean uses(String name) {
      return text.uses(name);
    }

    @Override
    public Filled fill(RequestValues values) {
      return new Filled(text.fill(values), contentType);
    }
  }
}
