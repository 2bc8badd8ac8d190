package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.RegisterFileGenerator;
import org.kuroshio.ingest.fixture.RegisterFiles;

/** Records that were rejected, and what becomes of them once they are mended. */
class ReplayIT {
  private static final int ROWS = 400;
  private static final int DATE_FIELD = 5;

  @TempDir Path temp;
  private Kuroshio kuroshio;
  private Path file;
  private List<String> intact;
  private long created;

  @BeforeEach
  void generate() throws IOException {
    kuroshio = new Kuroshio(temp.resolve("data"));
    RegisterFiles register = new RegisterFileGenerator(21).write(temp, ROWS, 1);
    file = register.files().get(0);
    intact = Files.readAllLines(file);
    created =
        register.created().values().stream()
            .flatMap(byRegion -> byRegion.values().stream())
            .mapToLong(Long::longValue)
            .sum();
  }

  @Test
  void shouldUseWhatWasMendedAndSayWhatIsStillRejected() throws IOException {
    // Given two foundings with impossible dates
    List<Integer> foundings = foundings();
    damage(foundings);
    Kuroshio.Result loaded = kuroshio.load("nta-diff", file);
    assertThat(loaded.reported("rejected")).isEqualTo(2);
    assertThat(created()).isEqualTo(created - 2);

    // When one of them is mended
    damage(foundings.subList(1, 2));
    Kuroshio.Result first = kuroshio.run("rejected", "replay");

    // Then
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).contains("nta-diff: 1 repaired, 1 still rejected\n", "at cut ");
    assertThat(created()).isEqualTo(created - 1);
    assertThat(states()).containsExactly("repaired", "open");
    assertThat(kuroshio.run("rejected", "list", "--open").out().lines()).hasSize(1);

    // When the other is mended too, and the file lies elsewhere
    damage(List.of());
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.move(file, elsewhere.resolve(file.getFileName()));
    Kuroshio.Result lost = kuroshio.run("rejected", "replay");
    Kuroshio.Result second = kuroshio.run("rejected", "replay", "--input", elsewhere.toString());

    // Then
    assertThat(lost.status()).isEqualTo(1);
    assertThat(lost.err()).contains("no file or folder");
    assertThat(second.out()).contains("nta-diff: 1 repaired, 0 still rejected\n");
    assertThat(created()).isEqualTo(created);
    assertThat(states()).containsExactly("repaired", "repaired");
    assertThat(kuroshio.run("rejected", "replay").out()).isEqualTo("nothing is rejected\n");
  }

  private long created() {
    return Long.parseLong(kuroshio.value("company.created", "JP", "TD", "JP"));
  }

  private List<String> states() throws IOException {
    List<String> states = new ArrayList<>();
    for (String line :
        kuroshio.run("rejected", "list", "--format", "json").out().lines().toList()) {
      states.add(new ObjectMapper().readTree(line).get("state").asText());
    }
    return states;
  }

  /** Lines of the first two foundings that are no corrections. */
  private List<Integer> foundings() {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; lines.size() < 2; i++) {
      String[] fields = intact.get(i).split(",", -1);
      if (fields[2].equals("01") && fields[3].equals("0")) {
        lines.add(i);
      }
    }
    return lines;
  }

  private void damage(List<Integer> broken) throws IOException {
    List<String> lines = new ArrayList<>(intact);
    for (int line : broken) {
      String[] fields = lines.get(line).split(",", -1);
      fields[DATE_FIELD] = "2026-13-01";
      lines.set(line, String.join(",", fields));
    }
    Files.write(file, lines);
  }
}
