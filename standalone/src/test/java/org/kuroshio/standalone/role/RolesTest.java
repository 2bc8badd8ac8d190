package org.kuroshio.standalone.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kuroshio.standalone.failure.Failure;

class RolesTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void shouldCloseInReverse() {
    try (Roles roles = new Roles()) {
      roles.add(new Part("streams", Optional.empty(), false));
      roles.add(new Part("ingest", Optional.empty(), false));
    }

    assertThat(closed).containsExactly("ingest", "streams");
  }

  @Test
  void shouldCloseAllThoughOneRefuses() {
    Roles roles = new Roles();
    roles.add(new Part("streams", Optional.empty(), false));
    roles.add(new Part("ingest", Optional.empty(), true));

    assertThatThrownBy(roles::close).hasMessage("ingest does not close");
    assertThat(closed).containsExactly("ingest", "streams");
  }

  @Test
  void shouldTellWhyAPartCannotGoOn() {
    Roles roles = new Roles();
    roles.add(new Part("streams", Optional.empty(), false));
    assertThatCode(roles::check).doesNotThrowAnyException();
    roles.add(new Part("ingest", Optional.of(new Failure("nta-diff stopped: disk full")), false));

    assertThatThrownBy(roles::check)
        .isInstanceOf(Failure.class)
        .hasMessage("nta-diff stopped: disk full");
  }

  private final class Part implements Role {
    private final String name;
    private final Optional<Failure> failure;
    private final boolean stubborn;

    Part(String name, Optional<Failure> failure, boolean stubborn) {
      this.name = name;
      this.failure = failure;
      this.stubborn = stubborn;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<Failure> failure() {
      return failure;
    }

    @Override
    public void close() {
      closed.add(name);
      if (stubborn) {
        throw new IllegalStateException(name + " does not close");
      }
    }
  }
}
