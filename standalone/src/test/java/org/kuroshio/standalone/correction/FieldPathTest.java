package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode entity =
      tree(
          "{'name': 'A', 'place': {'region': 'JP-13'}, 'parties': [{'region': 'JP-13'}, {'region': 'JP-14'}], 'tags': ['a', 'b']}");

  @ParameterizedTest
  @CsvSource({
    "name,           B",
    "place.region,   JP-12",
    "parties[1].region, JP-12",
    "tags[0],        c",
    "tags[2],        c",
    "parties[2].region, JP-12",
    "other.part,     x",
    "others[0],      x"
  })
  void shouldFindWhatItHasSet(String path, String value) {
    // Given
    FieldPath field = FieldPath.parse(path);

    // When
    field.set(entity, Optional.of(value));

    // Then
    assertThat(field.in(entity).asText()).isEqualTo(value);
    assertThat(field).hasToString(path);
  }

  @Test
  void shouldRemoveAFieldOrAnElement() {
    // When
    FieldPath.parse("place.region").set(entity, Optional.empty());
    FieldPath.parse("parties[0]").set(entity, Optional.empty());
    FieldPath.parse("tags[1]").set(entity, Optional.empty());

    // Then
    assertThat(entity)
        .isEqualTo(
            tree("{'name': 'A', 'place': {}, 'parties': [{'region': 'JP-14'}], 'tags': ['a']}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name.part          | name is the value 'A', which has no parts
          parties.region     | parties is a list, expected an element of it as parties[0]
          place[0]           | place is no list, expected one of its fields
          parties[4].region  | parties has 2 elements, the first is [0], and [2] would add one
          """)
  void shouldSayWhereTheWayEnds(String path, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.parse(path).set(entity, Optional.of("x")))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", "a..b", "[0]", "a[-1]", "a[01]", "a b", "a[0]b", "a/b"})
  void shouldRefuseWhatIsNoPath(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.parse(text))
        .withMessageContaining("expected a path as");
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
