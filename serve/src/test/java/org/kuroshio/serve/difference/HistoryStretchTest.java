package org.kuroshio.serve.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.serve.table.UnansweredException;

class HistoryStretchTest {
  private static final String TOKYO = "venture.stock|1||JP-13|FY2007||firms";
  private static final String CHIBA = "venture.stock|1||JP-12|FY2007||firms";

  @Test
  void shouldTellWhatChangedBetweenTwoCutsOfOneHistory() {
    Stretch stretch = over("first", "latest");

    assertThat(stretch.from().getCut()).isEqualTo(id(1));
    assertThat(stretch.to().getCut()).isEqualTo(id(4));
    assertThat(told(stretch)).containsExactly("JP-13 428 -> MISSING -");
  }

  @Test
  void shouldNotTellOfACellThatIsWhatItWas() {
    assertThat(told(over(id(1), id(2)))).containsExactly("JP-12 20 -> 21 1", "JP-13 428 -> 427 -1");
    assertThat(told(over(id(1), id(3)))).containsExactly("JP-13 428 -> 426 -2");
    assertThat(told(over(id(3), id(4)))).containsExactly("JP-13 426 -> MISSING -");
    assertThat(told(over(id(2), id(2)))).isEmpty();
  }

  @Test
  void shouldTakeTheLastCutByAnInstant() {
    assertThat(told(over("2026-01-02T12:00:00Z", "2026-01-03")))
        .containsExactly("JP-12 21 -> 20 -1", "JP-13 427 -> 426 -1");
    assertThat(told(over("2026-01-03T12:00:00Z", "2030-01-01"))).hasSize(1);
    assertThat(told(over("2030-01-01", "latest"))).isEmpty();
  }

  @Test
  void shouldNameTheCutsThatThereAreWhereOneIsMissing() {
    assertThatThrownBy(() -> over("2025-12-31", "latest"))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("there is no cut at or before 2025-12-31")
        .hasMessageContaining("the first is " + id(1) + " of 2026-01-01T00:00:00Z");
    assertThatThrownBy(() -> over("first", "00000000000000ff"))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("there is no cut 00000000000000ff");
  }

  @Test
  void shouldRefuseTheWrongWayRound() {
    assertThatThrownBy(() -> over(id(3), id(2))).hasMessageContaining("the other way round");
    assertThatThrownBy(() -> over("latest", "first")).hasMessageContaining("the other way round");
    assertThatThrownBy(() -> over("2026-01-03", "2026-01-02"))
        .hasMessageContaining("the other way round");
    assertThatThrownBy(() -> over(id(3), "2026-01-01")).hasMessageContaining("the other way round");
  }

  @Test
  void shouldSayThatNothingWasLoaded() {
    HistoryStretch nothing = new HistoryStretch(End.parse("first"), End.parse("latest"));

    assertThatThrownBy(nothing::finish).hasMessageContaining("load a source first");
  }

  @Test
  void shouldSayHowACutIsNamed() {
    assertThatThrownBy(() -> End.parse("yesterday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 hexadecimal digits")
        .hasMessageContaining("'first' and 'latest'");
  }

  private static Stretch over(String from, String to) {
    HistoryStretch stretch = new HistoryStretch(End.parse(from), End.parse(to));
    if (feed(stretch, 1, value("JP-13", "428"), value("JP-12", "20"))
        && feed(stretch, 2, value("JP-13", "427"), value("JP-12", "21"))
        && feed(stretch, 3, value("JP-12", "20"), value("JP-13", "426"))) {
      feed(stretch, 4, missing("JP-13"));
    }
    return stretch.finish();
  }

  private static boolean feed(HistoryStretch stretch, int number, IndicatorValue... cells) {
    for (IndicatorValue cell : cells) {
      stretch.take(cell.getRegion().equals("JP-13") ? TOKYO : CHIBA, cell);
    }
    return stretch.take("cut", cut(number));
  }

  private static List<String> told(Stretch stretch) {
    return stretch.differences().stream()
        .map(
            d ->
                "%s %s -> %s %s"
                    .formatted(
                        d.cell().getRegion(),
                        d.before().map(IndicatorValue::getValue).orElse("MISSING"),
                        d.after().map(IndicatorValue::getValue).orElse("MISSING"),
                        d.delta().map(x -> x.exactText()).orElse("-")))
        .sorted()
        .toList();
  }

  private static String id(int number) {
    return "%016x".formatted(number);
  }

  private static Cut cut(int number) {
    return Cut.newBuilder()
        .setCut(id(number))
        .setSequence(number)
        .setAsOf(LocalDate.of(2026, 1, number))
        .setAt(Instant.parse("2026-01-%02dT00:00:00Z".formatted(number)))
        .setOffsets(List.of())
        .setCount(0)
        .build();
  }

  private static IndicatorValue value(String region, String number) {
    return cell(region).setValue(number).setExact(number).setStatus(Status.NORMAL).build();
  }

  private static IndicatorValue missing(String region) {
    return cell(region).setStatus(Status.MISSING).build();
  }

  private static IndicatorValue.Builder cell(String region) {
    return IndicatorValue.newBuilder()
        .setIndicator("venture.stock")
        .setVersion(1)
        .setGroup("")
        .setRegion(region)
        .setPeriod("FY2007")
        .setBreakdown("")
        .setUnit("firms")
        .setCut("")
        .setUpdatedAt(Instant.EPOCH);
  }
}
