package org.kuroshio.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interface's description of itself. */
class OpenApiTest {

  /** In braces an unquoted comma ends a text, and what is behind it becomes a key of its own. */
  @Test
  void shouldHaveNoHalfSentencesAsKeys() throws IOException {
    // Given
    JsonNode document = new ObjectMapper().readTree(OpenApi.document());

    // When
    List<String> keys = new ArrayList<>();
    collectKeys(document, keys);

    // Then
    assertThat(keys).contains("openapi", "tags").noneMatch(key -> key.contains(" "));
  }

  private static void collectKeys(JsonNode node, List<String> keys) {
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> collectKeys(child, keys));
  }
}
