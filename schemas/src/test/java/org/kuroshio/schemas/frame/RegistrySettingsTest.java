package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.frame.RegistrySettings.Login;

class RegistrySettingsTest {
  @Test
  void shouldRefuseLoginInAddressWithoutRepeatingIt() {
    assertThatThrownBy(() -> RegistrySettings.of(URI.create("http://me:hush@registry:8081")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give them as login")
        .hasMessageNotContaining("hush");
  }

  @Test
  void shouldRefuseAddressWithoutHost() {
    assertThatThrownBy(() -> RegistrySettings.of(URI.create("registry:8081")))
        .hasMessageContaining("http://");
  }

  @Test
  void shouldNeverPrintPassword() {
    assertThat(new Login("me", "hush").toString()).contains("me").doesNotContain("hush");
  }
}
