package org.kuroshio.serve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final String SECRET = "correct horse battery";
  private static final ApiKey KEY = ApiKey.of("grafana", Role.READER, SECRET);

  private final Access access =
      new Access(new AccessSettings(List.of(KEY), Optional.empty(), Optional.empty()));

  @Test
  void shouldKnowAKeyHoweverItIsSent() {
    String basic =
        Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8));

    assertThat(access.verdict(SECRET, null)).isEqualTo(new Access.Verdict.Known(KEY.caller()));
    assertThat(access.verdict(null, "Bearer " + SECRET))
        .isEqualTo(new Access.Verdict.Known(KEY.caller()));
    assertThat(access.verdict(null, "basic " + basic))
        .isEqualTo(new Access.Verdict.Known(KEY.caller()));
  }

  @Test
  void shouldTakeNothingElse() {
    assertThat(access.verdict(null, null)).isEqualTo(new Access.Verdict.Nothing());
    assertThat(access.verdict("", null)).isEqualTo(new Access.Verdict.Wrong());
    assertThat(access.verdict(SECRET + " ", null)).isEqualTo(new Access.Verdict.Wrong());
    assertThat(access.verdict(null, "Basic ???")).isEqualTo(new Access.Verdict.Wrong());
    assertThat(access.verdict(null, SECRET)).isEqualTo(new Access.Verdict.Wrong());
  }

  @Test
  void shouldNotShowASecretAndNotTakeAShortOne() {
    assertThat(KEY.toString()).doesNotContain(SECRET);
    assertThatThrownBy(() -> ApiKey.of("me", Role.READER, "short"))
        .hasMessage("the secret of the API key 'me' has fewer than 16 letters");
  }
}
