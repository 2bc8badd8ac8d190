package org.kuroshio.serve.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void shouldSpeakWhatTheBrowserPrefers() {
    assertThat(Language.accepted("ja,en;q=0.5")).isEqualTo(Language.ja);
    assertThat(Language.accepted("zh-Hans-CN, ja;q=0.4")).isEqualTo(Language.zh);
    assertThat(Language.accepted("fr, de;q=0.9")).isEqualTo(Language.en);
    assertThat(Language.accepted(null)).isEqualTo(Language.en);
    assertThat(Language.accepted("???;q=x")).isEqualTo(Language.en);
  }
}
