package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 1: order, repetition and the number of partitions leave no trace in the tables. */
class CorrectionsIT {
  private static final String INDICATORS =
      "program.projects.awarded,program.projects.awarded_fractional";
  private static final int PROJECTS = 40;

  @TempDir Path temp;

  @Test
  void shouldGiveTheSameBytesInEveryOrderAndOverAnyNumberOfPartitions() throws IOException {
    // Given
    List<String> events = events();
    List<String> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    List<String> shuffledTwice = new ArrayList<>(events);
    shuffledTwice.addAll(events);
    Collections.shuffle(shuffledTwice, new Random(7));

    // When
    String one = tables("one", 1, events);
    String three = tables("three", 3, reversed);
    String seven = tables("seven", 7, shuffledTwice);

    // Then
    assertThat(three).isEqualTo(one);
    assertThat(seven).isEqualTo(one);
    assertThat(Kuroshio.rows(one))
        .filteredOn(row -> row.get("period").equals("TD"))
        .filteredOn(row -> row.get("indicator").equals("program.projects.awarded"))
        .extracting(row -> row.get("region") + " " + row.get("value"))
        .contains("JP-13 20", "JP-14 10", "JP 30");
  }

  private String tables(String name, int partitions, List<String> events) throws IOException {
    Path file = Files.write(temp.resolve(name + ".jsonl"), events);
    Kuroshio kuroshio = new Kuroshio(temp.resolve(name));
    Kuroshio.Result result =
        kuroshio.run("load", "events", "--input", file.toString(), "--partitions", "" + partitions);
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.reported("rejected")).isZero();
    return kuroshio.csv(INDICATORS, "JP", "2017-04,2017,FY2017,TD");
  }

  /**
   * Projects of Tokyo; of which a quarter moves to Chiba, a quarter is shared with Kanagawa, a
   * quarter is withdrawn and comes back, and a quarter is withdrawn for good or forgotten. So 20 of
   * the 30 that are left are Tokyo's, alone or shared, and 10 are Kanagawa's.
   */
  private static List<String> events() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < PROJECTS; i++) {
      events.add(project(i, 1, "JP-13"));
      switch (i % 4) {
        case 0 -> events.add(project(i, 2, "JP-12"));
        case 1 -> events.add(project(i, 2, "JP-13", "JP-14"));
        case 2 -> {
          events.add(withdrawal(i, 2));
          events.add(project(i, 3, "JP-13"));
        }
        default -> events.add(i == 3 ? forgotten(i) : withdrawal(i, 9));
      }
    }
    // an early version that comes late, and the same version with other content
    events.add(project(0, 1, "JP-01"));
    events.add(project(4, 2, "JP-11"));
    return events;
  }

  private static String project(int number, int version, String... regions) {
    List<String> parties =
        List.of(regions).stream()
            .map("{\"role\": \"LEAD\", \"region\": \"%s\"}"::formatted)
            .toList();
    return """
    {"entityId": "t:%d", "version": %d, "publishedAt": "2017-05-01T00:00:00Z", "entity": {"Project": \
    {"projectId": "t:%d", "category": "GRANT", "selectedOn": "2017-04-%02d", "status": "SELECTED", "parties": [%s]}}}"""
        .formatted(number, version, number, 1 + number % 28, String.join(", ", parties));
  }

  private static String withdrawal(int number, int version) {
    return """
    {"stream": "programs", "entityId": "t:%d", "version": %d, "op": "WITHDRAW", "publishedAt": "2017-06-01T00:00:00Z"}"""
        .formatted(number, version);
  }

  private static String forgotten(int number) {
    return """
    {"stream": "programs", "entityId": "t:%d", "op": "FORGET"}"""
        .formatted(number);
  }
}
