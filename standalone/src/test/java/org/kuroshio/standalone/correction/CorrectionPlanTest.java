package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.failure.Failure;

class CorrectionPlanTest {
  private static final Author AUTHOR = new Author("fix.csv", "why", "me", Instant.EPOCH);

  @TempDir Path temp;

  @Test
  void shouldMakeOneEditOfAllRowsOfAnEntity() throws IOException {
    // When
    CorrectionPlan plan =
        plan(
            """
            \uFEFFentityId,op,field,value
            a,CORRECT,headquarters.region,JP-12
            b,WITHDRAW,,
            a,CORRECT,name,"Firm, the ""first""\"

            a,CORRECT,closedOn,
            """);

    // Then
    assertThat(plan.edits()).extracting(EntityEdit::entityId).containsExactly("a", "b");
    EntityEdit first = plan.edits().get(0);
    assertThat(first.position()).isEqualTo("line 2, line 4, line 6");
    assertThat(first.sha256()).matches("[0-9a-f]{64}");
    assertThat(first.rows())
        .extracting(CorrectionRow::value)
        .containsExactly(
            Optional.of("JP-12"), Optional.of("Firm, the \"first\""), Optional.empty());
  }

  @Test
  void shouldAcceptAFileOfWithdrawalsAlone() throws IOException {
    assertThat(plan("entityId,op\na,WITHDRAW\n").edits()).hasSize(1);
  }

  @Test
  void shouldNameEveryMistakeWithLineColumnAndValue() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(
            () ->
                plan(
                    """
                    entityId,op,field,value
                    a,CORECT,name,x
                    ,CORRECT,name,x
                    b,CORRECT,,x
                    c,WITHDRAW,name,
                    d,CORRECT,name,x,y
                    e,CORRECT,name,x
                    e,CORRECT,name,y
                    f,WITHDRAW,,
                    f,CORRECT,name,x
                    """))
        .satisfies(
            failure ->
                assertThat(failure.getMessage().lines())
                    .containsExactly(
                        "nothing was corrected, as the file has mistakes:",
                        "  fix.csv, line 2, column op, value 'CORECT': not an operation; did you mean 'CORRECT'?",
                        "  fix.csv, line 3, column entityId, value '': nothing, expected a value in every row",
                        "  fix.csv, line 4, column field, value '': nothing, expected what is to be corrected, as headquarters.region",
                        "  fix.csv, line 5, column field, value 'name': expected nothing, as WITHDRAW is of the whole entity",
                        "  fix.csv, line 6: 5 columns where 4 are expected",
                        "  fix.csv, line 8, column field, value 'name': stands in line 7 too",
                        "  fix.csv, line 10, column op, value 'CORRECT': f is to be withdrawn in another row, which leaves nothing else to say of it"));
  }

  @Test
  void shouldNameAnUnknownColumn() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> plan("entityId,op,feild,value\na,CORRECT,name,x\n"))
        .withMessageContaining(
            "column feild, value 'name': there is no such column; did you mean 'field'?");
  }

  @Test
  void shouldSayWhatIsWrongWithTheFileAsAWhole() throws IOException {
    // Given
    Path japanese = temp.resolve("sjis.csv");
    Files.write(
        japanese,
        "entityId,op,field,value\na,CORRECT,name,東京\n".getBytes(Charset.forName("Shift_JIS")));

    // Then
    assertFails("", "holds no corrections");
    assertFails(
        "entityId,op,field,value\n", "holds no corrections: there is nothing below its header");
    assertFails("id,op\na,WITHDRAW\n", "the header has no column 'entityId'");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> CorrectionPlan.of(japanese, AUTHOR))
        .withMessageMatching(".*: not valid UTF-8 from byte \\d+ on; save it as UTF-8");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> CorrectionPlan.of(temp.resolve("none.csv"), AUTHOR))
        .withMessageContaining("there is no file");
  }

  private void assertFails(String content, String message) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> plan(content))
        .withMessageContaining(message);
  }

  private CorrectionPlan plan(String content) throws IOException {
    Path file = temp.resolve("fix.csv");
    Files.writeString(file, content, StandardCharsets.UTF_8);
    try {
      return CorrectionPlan.of(file, AUTHOR);
    } catch (Failure e) {
      throw new Failure(e.getMessage().replace(file.toString(), "fix.csv"), e);
    }
  }
}
