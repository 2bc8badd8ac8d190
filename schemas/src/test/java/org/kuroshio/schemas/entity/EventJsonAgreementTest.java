package org.kuroshio.schemas.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Documented events, changed in one place: what EventJson takes, the JSON Schema takes; and neither
 * fails in any other way.
 */
class EventJsonAgreementTest {
  private static final List<JsonNode> EVENTS = EventJsonSchemaTest.documentedEvents();

  @Property(tries = 3000)
  void shouldNotRefuseBySchemaWhatEventJsonTakes(
      @ForAll("events") JsonNode event,
      @ForAll("places") int place,
      @ForAll("values") JsonNode value) {
    JsonNode changed = event.deepCopy();
    replace(changed, place, value);

    if (refusal(changed).isEmpty()) {
      assertThat(EventJsonSchemaTest.VALIDATOR.validate(changed)).as(changed.toString()).isEmpty();
    } else {
      assertThat(refusal(changed).get().problems()).isNotEmpty();
    }
  }

  @Property
  void shouldRefuseAnyUnknownField(@ForAll("events") JsonNode event, @ForAll("places") int place) {
    JsonNode changed = event.deepCopy();
    List<JsonNode> objects = new ArrayList<>();
    collect(changed, objects);
    ObjectNode object = (ObjectNode) objects.get(place % objects.size());
    object.put("noSuchField", 1);

    boolean labels = changed.findValues("labels").contains(object);
    assertThat(labels || refusal(changed).isPresent()).isTrue();
  }

  @Provide
  Arbitrary<JsonNode> events() {
    return Arbitraries.of(EVENTS);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 10_000);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return Arbitraries.of(
            "null",
            "''",
            "' '",
            "'x'",
            "0",
            "1",
            "-1",
            "2.5",
            "'2'",
            "'-3.25'",
            "true",
            "'false'",
            "[]",
            "{}",
            "'2006'",
            "'2006-04'",
            "'2006-04-31'",
            "'FY2006'",
            "'JP'",
            "'JP-13'",
            "'US-CA'",
            "'ZZ'",
            "'JPY'",
            "'UNKNOWN'",
            "'OTHER'",
            "'2021-07-14T00:00:00Z'",
            "'ASSERT'",
            "'WITHDRAW'",
            "'FORGET'",
            "'programs'",
            "{'from': '2006-04-01', 'to': '2006-04-30'}",
            "12345678901234567890",
            "0.00001",
            "['RECONSTRUCTED']",
            "[{'role': 'LEAD'}]")
        .map(Json::of);
  }

  private static Optional<InvalidEventException> refusal(JsonNode event) {
    try {
      EventJson.event(event, EventJsonSchemaTest.DEFAULTS, EventJsonSchemaTest.JAPAN);
      return Optional.empty();
    } catch (InvalidEventException e) {
      return Optional.of(e);
    }
  }

  private static void replace(JsonNode root, int place, JsonNode value) {
    List<Runnable> replacements = new ArrayList<>();
    replacements(root, value, replacements);
    replacements.get(place % replacements.size()).run();
  }

  private static void replacements(JsonNode node, JsonNode value, List<Runnable> all) {
    if (node instanceof ObjectNode object) {
      for (String name : namesOf(object)) {
        all.add(() -> object.set(name, value));
        all.add(() -> object.remove(name));
        replacements(object.get(name), value, all);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        all.add(() -> array.set(index, value));
        replacements(array.get(i), value, all);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> objects) {
    if (node.isObject()) {
      objects.add(node);
    }
    node.forEach(child -> collect(child, objects));
  }

  private static List<String> namesOf(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
