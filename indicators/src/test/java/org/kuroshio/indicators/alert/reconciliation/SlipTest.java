package org.kuroshio.indicators.alert.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlipTest {
  @Test
  void shouldNameTheSlipThatMakesOneNumberOfAnother() {
    assertThat(slips("744", "774")).containsExactly("digit-replaced");
    assertThat(slips("745", "754")).containsExactly("digits-swapped");
    assertThat(slips("1773", "173")).containsExactly("digit-dropped");
    assertThat(slips("174", "1774")).containsExactly("digit-doubled");
  }

  @Test
  void shouldFindNoneWhereTwoSlipsWouldBeNeeded() {
    assertThat(slips("42", "58")).isEmpty();
    assertThat(slips("1234", "4321")).isEmpty();
    assertThat(slips("12", "1234")).isEmpty();
    assertThat(slips("174", "1754")).isEmpty();
    assertThat(slips("5", "-5")).isEmpty();
    assertThat(slips("744", "744")).isEmpty();
  }

  private static List<String> slips(String computed, String published) {
    return Slip.between(computed, published).stream().map(Slip::word).toList();
  }
}
