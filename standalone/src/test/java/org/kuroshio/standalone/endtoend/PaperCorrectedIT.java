package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.command.CommandLines;
import org.kuroshio.standalone.command.Surroundings;
import org.kuroshio.standalone.session.StopRequest;

/**
 * The paper loaded, one venture moved and one withdrawn by hand, and what the commands say of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperCorrectedIT {
  private static final String MOVED = "paper:venture:JP-13:0001";
  private static final String WITHDRAWN = "paper:venture:JP-20:0003";

  private final ObjectMapper mapper = new ObjectMapper();
  private Path data;
  private String before;

  private record Result(int status, String out, String err) {}

  @BeforeAll
  void loadAndCorrect(@TempDir Path temp) throws IOException {
    data = temp.resolve("data");
    Result load = good("load", "paper");
    before = load.out().strip().replaceFirst("(?s).*cut ", "");
    Path file = temp.resolve("fix.csv");
    Files.writeString(
        file,
        "entityId,op,field,value\n%s,CORRECT,headquarters.region,JP-12\n%s,WITHDRAW,,\n"
            .formatted(MOVED, WITHDRAWN));
    good("correct", file.toString(), "--reason", "register entry of 2008-05-02");
  }

  @Test
  void shouldSayWhatFeedsATableThatHasNothing() {
    Result table =
        good("table", "venture.per_million", "--group", "JP-KANTO11", "--period", "FY2007");

    assertThat(table.err())
        .contains("venture.per_million has no cells here. What feeds it: paper, population-jp");
  }

  @Test
  void shouldNameTheEventsThatChangedTheTables() throws IOException {
    JsonNode difference =
        mapper.readTree(
            good(
                    "diff",
                    "--from",
                    before,
                    "--to",
                    "latest",
                    "--period",
                    "FY2007",
                    "--format",
                    "json")
                .out());

    assertThat(difference.at("/changedEntities").asInt()).isEqualTo(2);
    JsonNode moved = difference.at("/events/0");
    assertThat(moved.at("/entityId").asText()).isEqualTo(MOVED);
    assertThat(moved.at("/change").asText()).isEqualTo("changed");
    assertThat(moved.at("/source").asText()).isEqualTo("manual");
    assertThat(moved.at("/reason").asText()).startsWith("register entry of 2008-05-02");
    assertThat(difference.at("/events/1/change").asText()).isEqualTo("withdrawn");
    assertThat(stock(difference, "JP-13")).isEqualTo("428 -> 427 " + MOVED + " 1 -> 0");
    assertThat(stock(difference, "JP-12")).isEqualTo("20 -> 21 " + MOVED + " 0 -> 1");
    assertThat(stock(difference, "JP-20")).isEqualTo("10 -> 9 " + WITHDRAWN + " 1 -> 0");
    assertThat(stock(difference, "JP-KANTO11")).isEqualTo("744 -> 743 " + WITHDRAWN + " 1 -> 0");
    assertThat(stock(difference, "JP-27")).isEmpty();
  }

  /** What the entities of a changed sum add more than before is what it changed by. */
  @Test
  void shouldExplainEveryChangeOfASumInFullAndEveryOtherByItsInputs() throws IOException {
    JsonNode difference =
        mapper.readTree(good("diff", "--from", before, "--to", "latest", "--format", "json").out());

    int sums = 0;
    for (JsonNode cell : difference.at("/cells")) {
      if (cell.at("/indicator").asText().matches("venture\\.(core_)?stock")) {
        sums++;
        assertThat(added(cell))
            .as(cell.toString())
            .isEqualByComparingTo(cell.at("/delta").asText());
      } else {
        assertThat(cell.at("/inputs")).as(cell.toString()).isNotEmpty();
      }
    }
    assertThat(sums).isGreaterThan(1_000);
  }

  @Test
  void shouldTellARowOnceInTextAndWhatElseThereIs() {
    String text =
        good(
                "diff",
                "--from",
                before,
                "--to",
                "latest",
                "--indicator",
                "venture.stock",
                "--limit",
                "2")
            .out();

    assertThat(text)
        .contains("add something else than before: 2; that changed without that: 0")
        .contains("fix.csv, line 2; reason: register entry of 2008-05-02")
        .containsPattern("JP +FY2026 and \\d+ more +1773 PROVISIONAL +-> +1772")
        .contains("more; --limit N");
  }

  @Test
  void shouldSayWhichCutsThereAre() {
    Result wrong = run("diff", "--from", "00000000000000ff", "--to", "latest");
    Result backwards = run("diff", "--from", "latest", "--to", before);
    Result senseless = run("diff", "--from", "yesterday", "--to", "latest");

    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err()).contains("there is no cut 00000000000000ff; the first is");
    assertThat(backwards.status()).isEqualTo(1);
    assertThat(backwards.err()).contains("the other way round");
    assertThat(senseless.status()).isEqualTo(2);
    assertThat(senseless.err()).contains("16 hexadecimal digits", "'first' and 'latest'");
  }

  @Test
  void shouldExplainTheCellsOfEitherCut() {
    String now = explain("venture.stock", "JP-12", "--limit", "1");
    String then = explain("venture.stock", "JP-12", "--limit", "1", "--as-of", before);
    String moved = explain("venture.stock", "JP-12", "--limit", "30", "--format", "csv");
    String rank =
        explain("venture.rank", "JP-20", "--depth", "1", "--limit", "1", "--format", "json");

    assertThat(now).contains("the sum over 21 entities is 21, as published", "and 20 more;");
    assertThat(then).contains("the sum over 20 entities is 20, as published");
    assertThat(moved).contains(MOVED + ",1,,,1,RECONSTRUCTED MANUAL,manual");
    assertThat(rank).contains("\"role\" : \"ranked 9\"", "\"holds\" : true");
  }

  @Test
  void shouldSayWhatIsWrongWithAQuestion() {
    Result elsewhere = run(question("venture.stock", "JP-27"));
    Result unknown = run(question("venture.stok", "JP-13"));

    assertThat(elsewhere.status()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("JP-27 does not lie in JP-KANTO11");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("did you mean 'venture.stock'?");
  }

  private static String stock(JsonNode difference, String region) {
    for (JsonNode cell : difference.at("/cells")) {
      if (cell.at("/indicator").asText().equals("venture.stock")
          && cell.at("/region").asText().equals(region)) {
        assertThat(cell.at("/entities")).hasSize(1);
        return "%s -> %s %s %s -> %s"
            .formatted(
                cell.at("/before/exact").asText(),
                cell.at("/after/exact").asText(),
                cell.at("/entities/0/entityId").asText(),
                cell.at("/entities/0/before").asText(),
                cell.at("/entities/0/after").asText());
      }
    }
    return "";
  }

  private static BigDecimal added(JsonNode cell) {
    BigDecimal added = BigDecimal.ZERO;
    for (JsonNode entity : cell.at("/entities")) {
      added =
          added
              .add(new BigDecimal(entity.at("/after").asText()))
              .subtract(new BigDecimal(entity.at("/before").asText()));
    }
    return added;
  }

  private String explain(String indicator, String region, String... more) {
    return good(question(indicator, region, more)).out();
  }

  private static String[] question(String indicator, String region, String... more) {
    List<String> all = new ArrayList<>(List.of("explain", indicator, "--group", "JP-KANTO11"));
    all.addAll(List.of("--region", region, "--period", "FY2007"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Result good(String... arguments) {
    Result result = run(arguments);
    assertThat(result.status()).as(result.err()).isZero();
    return result;
  }

  private Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    Surroundings surroundings =
        new Surroundings(printed(out), printed(err), false, StopRequest.never());
    int status = CommandLines.run(surroundings, all.toArray(String[]::new));
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printed(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
