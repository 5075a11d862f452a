package dev.vidwiz.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.input.Parsed;
import org.junit.jupiter.api.Test;

class UserNameTest {

  @Test
  void is_trimmed_before_its_length_is_checked() {
    assertThat(UserName.parse("  Al ")).isEqualTo(Parsed.accepted(new UserName("Al")));
    assertThat(UserName.parse(" A ")).isInstanceOf(Parsed.Refused.class);
    assertThat(UserName.parse(" " + "x".repeat(100) + " ")).isInstanceOf(Parsed.Accepted.class);
    assertThat(UserName.parse("x".repeat(101))).isInstanceOf(Parsed.Refused.class);
  }
}
