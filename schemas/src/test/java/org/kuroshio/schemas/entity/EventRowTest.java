package org.kuroshio.schemas.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventRowTest {
  @Test
  void shouldMakeObjectsAndListsOfPaths() {
    EventRow row =
        new EventRow(
            List.of(
                "entityId",
                "quality.0",
                "entity.Project.parties.0.role",
                "entity.Project.parties.0.region",
                "entity.Project.parties.1.region"));

    assertThat(row.tree(List.of("p", "ESTIMATED", "LEAD", "JP-13", "JP-12")))
        .isEqualTo(
            Json.of(
                "{'entityId': 'p', 'quality': ['ESTIMATED'], 'entity': {'Project': {'parties': "
                    + "[{'role': 'LEAD', 'region': 'JP-13'}, {'region': 'JP-12'}]}}}"));
  }

  @Test
  void shouldLeaveOutWhatIsBlank() {
    EventRow row =
        new EventRow(List.of("entityId", "entity.Project.fields.0", "quality.0", "quality.1"));

    assertThat(row.tree(List.of(" p ", " ", "", "PARTIAL")))
        .isEqualTo(Json.of("{'entityId': 'p', 'quality': ['PARTIAL']}"));
  }

  @Test
  void shouldRefuseHeaderThatContradictsItself() {
    assertThatThrownBy(() -> new EventRow(List.of("a", "a"))).hasMessageContaining("two columns");
    assertThatThrownBy(() -> new EventRow(List.of("a.b", "a")))
        .hasMessageContaining("column 'a' is a value");
    assertThatThrownBy(() -> new EventRow(List.of("a", ""))).hasMessageContaining("column 2");
    assertThatThrownBy(() -> new EventRow(List.of("a..b"))).hasMessageContaining("'a..b'");
  }

  @Test
  void shouldRefuseRowOfAnotherLength() {
    assertThatThrownBy(() -> new EventRow(List.of("a", "b")).tree(List.of("1")))
        .hasMessageContaining("1 cells, expected 2");
  }
}
