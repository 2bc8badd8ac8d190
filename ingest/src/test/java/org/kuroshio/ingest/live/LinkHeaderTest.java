package org.kuroshio.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkHeaderTest {
  @Test
  void shouldFindTheNextOfSeveral() {
    assertThat(
            LinkHeader.next(
                List.of(
                    "<http://a/1>; rel=\"prev\", <http://a/3?x=1,2>; title=\"y\"; rel=\"next\"")))
        .contains("http://a/3?x=1,2");
    assertThat(LinkHeader.next(List.of("<http://a/1>; rel=prev", "<http://a/2>; rel=next")))
        .contains("http://a/2");
    assertThat(LinkHeader.next(List.of("<http://a/1>; rel=\"nextish\"", "rubbish"))).isEmpty();
  }
}
