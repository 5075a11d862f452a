package dev.vidwiz.domain.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dQw4w9WgXcQ",
        "  dQw4w9WgXcQ\n",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "http://youtube.com/watch?v=dQw4w9WgXcQ",
        "HTTPS://YouTube.COM/watch?v=dQw4w9WgXcQ",
        "youtube.com/watch?v=dQw4w9WgXcQ",
        "m.youtube.com/watch?t=42&v=dQw4w9WgXcQ&feature=share",
        "https://music.youtube.com/watch?v=dQw4w9WgXcQ#comments",
        "https://www.youtube.com:443/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ?feature=share",
        "https://www.youtube.com/live/dQw4w9WgXcQ/",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=5",
        "https://youtu.be/dQw4w9WgXcQ",
        "youtu.be/dQw4w9WgXcQ?t=10"
      })
  void is_found_in_pasted_text(String text) {
    assertThat(VideoId.parse(text)).isEqualTo(Parsed.accepted(new VideoId("dQw4w9WgXcQ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "dQw4w9WgXc",
        "dQw4w9WgXcQQ",
        "dQw4w9WgXc!",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://notyoutube.com/watch?v=dQw4w9WgXcQ",
        "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ",
        "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://user@youtube.com/watch?v=dQw4w9WgXcQ",
        "ftp://youtube.com/watch?v=dQw4w9WgXcQ",
        "javascript:youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com/watch?v=dQw4w9WgXcQextra",
        "https://youtube.com/watch?xv=dQw4w9WgXcQ",
        "https://youtube.com/watch",
        "https://youtube.com/user/dQw4w9WgXcQ",
        "https://youtu.be.evil.example/dQw4w9WgXcQ",
        "https://sub.youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/"
      })
  void refuses_other_text(String text) {
    assertThat(VideoId.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL123",
        "https://www.youtube.com/playlist?list=PL123",
        "youtu.be/dQw4w9WgXcQ?list=PL123"
      })
  void refuses_playlists_with_their_own_message(String text) {
    assertThat(VideoId.parse(text))
        .isEqualTo(Parsed.refused(Refusal.Reason.INVALID, "playlist URLs are not supported"));
  }

  @Test
  void cannot_be_created_from_other_text() {
    assertThatIllegalArgumentException().isThrownBy(() -> new VideoId("youtu.be/x"));
  }
}
