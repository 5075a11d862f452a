package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionFileTest {

  private static final List<Segment> SEGMENTS =
      List.of(new Segment(0.5, 1.25, "One & two"), new Segment(3661, 2, "three"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        [{"text": "One & two", "offset": 0.5, "duration": 1.25, "lang": "en"},
         {"text": " three ", "offset": "3661", "duration": 2}, {"text": " ", "offset": 3662}]
        """,
        """
        [{"text": "One & two", "start": 0.5, "duration": 1.25},
         {"text": "three", "start": 7, "offset": 3661.0, "duration": 2.0}]
        """,
        """
        [[{"text": "One & two", "start": 0.5, "duration": 1.25},
          {"text": "three", "start": 3661.0, "duration": 2.0}]]
        """,
        """
        {"events": [{"tStartMs": 500, "dDurationMs": 1250, "segs": [{"utf8": "One & two"}]},
          {"tStartMs": 3661000, "dDurationMs": 2000, "segs": [{"utf8": "three"}]}]}
        """,
        """
        1
        00:00:00,500 --> 00:00:01,750
        <i>One</i> &amp;
        two

        2
        01:01:01,000 --> 01:01:03,000
        {\\an8}<font color="#fff">three</font>
        """,
        """
        00:00:00.5 --> 00:00:01.750
        One

        & two
        \s
        2
        1:01:01,000-->1:01:03,000
        three
        """,
        """
        WEBVTT - of a talk
        Kind: captions

        STYLE
        ::cue { color: red }

        NOTE
        one, two

        intro
        00:00.500 --> 00:01.750 align:start position:0%
        <v Ann><c.loud>One</c> &amp;</v>
        <00:00:01.000>two

        61:01.000 --> 61:03.000
        three
        """,
        """
        <transcript><text start="0.5" dur="1.25">One &amp;amp; two</text>
        <text start="3661" dur="2">three</text></transcript>
        """,
        """
        <timedtext><body><p t="500" d="1250"><s>One</s><s> &amp; two</s></p>
        <p t="3661000" d="2000">three</p></body></timedtext>
        """,
      })
  void the_format_is_detected_from_the_content(String file) {
    assertThat(segments(file)).isEqualTo(SEGMENTS);
    assertThat(segments("\ufeff\n" + file.replace("\n", "\r\n"))).isEqualTo(SEGMENTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Once upon a time",
        "{}",
        "{\"transcript\": []}",
        "[1]",
        "[{\"text\": \"no time\"}]",
        "[{\"text\": 1, \"offset\": 1}]",
        "[[{\"text\": \"a\", \"start\": 1}], [{\"text\": \"another video\", \"start\": 1}]]",
        "[{\"text\": \"cut off\", \"offset\": 1",
        "<html><body>captcha</body></html>",
        "<transcript><text start=\"0\">cut off",
        "WEBVTTX",
        "1\n2\n00:00:00,500 --> 00:00:01,750\nthree",
      })
  void an_unknown_format_is_refused(String file) {
    assertThatThrownBy(() -> segments(file)).hasMessageContaining("SubRip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\ufeff \n",
        "[]",
        "[[]]",
        "{\"events\": []}",
        "WEBVTT",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<c> </c>\n",
        "1\n00:00:01,000 --> 00:00:02,000\n",
      })
  void a_file_without_text_has_no_segments(String file) {
    assertThat(segments(file)).isEmpty();
  }

  /** Generated captions in the format of YouTube. */
  private static final String ROLLING =
      """
      WEBVTT
      Kind: captions
      Language: en

      00:00:00.919 --> 00:00:03.030 align:start position:0%
      \s
      well<00:00:01.199><c> well</c><00:00:01.520><c> well</c>

      00:00:03.030 --> 00:00:03.040 align:start position:0%
      well well well
      \s

      00:00:03.040 --> 00:00:06.030 align:start position:0%
      well well well
      yes

      00:00:06.030 --> 00:00:06.040 align:start position:0%
      yes
      \s

      00:00:06.040 --> 00:00:09.000 align:start position:0%
      yes
      yes

      00:00:09.000 --> 00:00:09.010 align:start position:0%
      yes
      \s

      00:00:09.010 --> 00:00:12.000 align:start position:0%
      yes
      we<00:00:09.300><c> begin</c>

      00:00:20.000 --> 00:00:22.000 align:start position:0%
      \s
      we<00:00:20.300><c> begin</c>
      """;

  @Test
  void roll_up_captions_have_each_line_once() {
    assertThat(segments(ROLLING))
        .containsExactly(
            new Segment(0.919, 2.111, "well well well"),
            new Segment(3.04, 2.99, "yes"),
            new Segment(6.04, 2.96, "yes"),
            new Segment(9.01, 2.99, "we begin"),
            new Segment(20, 2, "we begin"));
  }

  /** Programs that convert WebVTT to SubRip remove the word times and keep the repeated lines. */
  @Test
  void roll_up_captions_are_detected_without_word_times() {
    String subRip =
        ROLLING
            .substring(ROLLING.indexOf("00:00:00"))
            .replaceAll("<[^>]*>| align.*", "")
            .replace('.', ',')
            .replaceAll("(?m)^ \n", "");

    assertThat(subRip).contains("00:00:03,040 --> 00:00:06,030\nwell well well\nyes\n");
    assertThat(segments(subRip)).isEqualTo(segments(ROLLING));
  }

  @Test
  void roll_up_captions_without_gaps_have_each_line_once() {
    assertThat(
            segments(
                """
                WEBVTT

                00:00.000 --> 00:02.000
                one<00:01.000> two

                00:02.000 --> 00:04.000
                one two
                three<00:03.000> four

                00:04.000 --> 00:06.000
                three four
                three<00:05.000> four
                """))
        .containsExactly(
            new Segment(0, 2, "one two"),
            new Segment(2, 2, "three four"),
            new Segment(4, 2, "three four"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"la la la", "la <00:00:01.000>la la", "la la la\nla la la"})
  void repeated_lines_of_a_song_are_kept(String line) {
    String song =
        """
        WEBVTT

        00:00:00.000 --> 00:00:02.000
        %1$s

        00:00:02.000 --> 00:00:04.000
        %1$s

        00:00:04.000 --> 00:00:06.000
        oh

        00:00:06.000 --> 00:00:08.000
        oh
        """
            .formatted(line);
    assertThat(segments(song)).extracting(Segment::offset).containsExactly(0.0, 2.0, 4.0, 6.0);
  }

  @Test
  void only_a_cue_with_an_invalid_time_is_skipped() {
    assertThat(
            segments(
                """
                1
                00:00:01,000 --> 00:00:02,000
                one

                2
                00:00:xx,000 --> 00:00:04,000
                two

                3
                00:00:05,000 --> 00:00:04,000
                42
                """))
        .containsExactly(new Segment(1, 1, "one"), new Segment(5, 0, "42"));
  }

  @Test
  void a_transcript_has_the_format_that_servers_store() {
    assertThat(CaptionFile.parse("1\n00:00:01,500 --> 00:00:02,250\n\"A\"").orThrow().transcript())
        .isEqualTo(new JsonText("[{\"text\":\"\\\"A\\\"\",\"offset\":1.5,\"duration\":0.75}]"));
  }

  private static List<Segment> segments(String file) {
    return CaptionFile.parse(file).orThrow().segments();
  }
}
