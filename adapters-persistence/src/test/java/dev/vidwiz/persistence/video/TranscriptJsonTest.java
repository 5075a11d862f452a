package dev.vidwiz.persistence.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptJsonTest {

  private final TranscriptJson reader = new TranscriptJson();

  @Test
  void reads_what_workers_send() {
    assertThat(
            read(
                """
                [{"text": " one ", "offset": 0, "duration": 1.5},
                 {"text": "two", "offset": "2.5", "lang": "en"},
                 {"text": "three"},
                 {"text": "four", "offset": -1, "duration": "NaN"},
                 {"text": " ", "offset": 9},
                 {"offset": 10},
                 {"text": "five", "offset": 1e300, "duration": -2}]
                """))
        .containsExactly(
            new Segment(0, 1.5, "one"),
            new Segment(2.5, 0, "two"),
            new Segment(2.5, 0, "three"),
            new Segment(2.5, 0, "four"),
            new Segment(2.5, 0, "five"));
  }

  @Test
  void uses_the_start_for_a_missing_or_invalid_offset() {
    assertThat(
            read(
                """
                [{"text": "one", "start": 1.5, "duration": 2},
                 {"text": "two", "start": 9, "offset": 3},
                 {"text": "three", "start": 4, "offset": null}]
                """))
        .containsExactly(
            new Segment(1.5, 2, "one"), new Segment(3, 0, "two"), new Segment(4, 0, "three"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[", "x"})
  void refuses_json_that_is_not_an_array(String json) {
    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> read(json));
  }

  private List<Segment> read(String json) {
    return reader.read(new JsonText(json)).segments();
  }
}
