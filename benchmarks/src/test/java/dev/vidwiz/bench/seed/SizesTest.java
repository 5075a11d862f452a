package dev.vidwiz.bench.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SizesTest {

  @Test
  void tasks_require_videos() {
    assertThat(new Sizes(2, 510, 551, 100).completeVideos()).isEqualTo(501);
    assertThatThrownBy(() -> new Sizes(2, 510, 550, 100)).hasMessageContaining("551 videos");
  }

  @Test
  void the_known_user_requires_minimum_sizes() {
    assertThatThrownBy(() -> new Sizes(2, 509, 501, 0)).hasMessageContaining("510 notes");
  }
}
