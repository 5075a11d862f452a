package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.health.DegradedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FetchCheckTest {

  @Test
  void a_working_worker_is_up() {
    assertThatCode(check(Kind.WORKING)::look).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKING")
  void every_other_state_is_degraded(Kind kind) {
    assertThatThrownBy(check(kind)::look).isInstanceOf(DegradedException.class);
  }

  private static FetchCheck check(Kind kind) {
    return new FetchCheck(() -> new FetchState(kind, Instant.EPOCH, null, null));
  }
}
