package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.domain.transcript.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it&amp;#39;s            | it's",
        "it&#39;s                | it's",
        "&amp;quot;A&amp;quot;   | \"A\"",
        "Q&amp;amp;A             | Q&A",
        "Q&amp;A                 | Q&A",
        "a&amp;nbsp;b            | a b",
        "a&nbsp;b                | a b",
        "Q & A                   | Q & A",
        "&amp;#x1F600;           | 😀",
        "caf&amp;eacute;         | café",
        "&lt;i&gt;soft&lt;/i&gt; | soft",
        "<i>soft</i>             | soft",
        "1 &lt; 2                | 1 < 2",
        "&amp;unknown;           | &unknown;",
        "<![CDATA[a & b]]>       | a & b",
      })
  void xml_captions_are_decoded_and_lose_their_markup(String inXml, String text) throws Exception {
    String xml = "<transcript><text start=\"1\" dur=\"2\">" + inXml + "</text></transcript>";
    assertThat(Captions.parse(xml)).containsExactly(new Segment(1, 2, text));
  }

  @Test
  void json_captions_are_decoded_too() throws Exception {
    assertThat(
            Captions.parse(
                "{\"events\":[{\"tStartMs\":1,\"segs\":[{\"utf8\":\"it&#39;s \\u0000\"}]}]}"))
        .containsExactly(new Segment(0.001, 0, "it's"));
  }

  @Test
  void captions_of_24_hours_are_read() throws Exception {
    String line =
        "<text start=\"1\">it&amp;#39;s &quot;it&quot; &amp;amp; &lt;i&gt;that&lt;/i&gt;</text>";
    assertThat(Captions.parse("<transcript>" + line.repeat(100_000) + "</transcript>"))
        .hasSize(100_000)
        .containsOnly(new Segment(1, 0, "it's \"it\" & that"));
  }

  @Test
  void a_byte_order_mark_is_ignored() throws Exception {
    assertThat(
            Captions.parse("\ufeff\n{\"events\":[{\"tStartMs\":0,\"segs\":[{\"utf8\":\"a\"}]}]}"))
        .containsExactly(new Segment(0, 0, "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start='NaN'", "start='-1'", "start='x'", "start='1e999'", ""})
  void segments_without_a_valid_offset_are_skipped(String start) throws Exception {
    String invalid = "<text " + start + ">Hello</text>";
    assertThat(Captions.parse("<transcript>" + invalid + "<text start='2'>you</text></transcript>"))
        .containsExactly(new Segment(2, 0, "you"));
    assertRefused("<transcript>" + invalid + "</transcript>", Refusal.Kind.NO_CAPTIONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\ufeff", "\ufeff\n"})
  void empty_captions_are_withheld(String body) {
    assertRefused(body, Refusal.Kind.WITHHELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dur='NaN'", "dur='-1'", "dur=''", ""})
  void an_invalid_duration_becomes_zero(String duration) throws Exception {
    assertThat(
            Captions.parse(
                "<transcript><text start='1' " + duration + ">Hello</text></transcript>"))
        .containsExactly(new Segment(1, 0, "Hello"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE transcript [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + "<transcript><text start='0'>&x;</text></transcript>",
        "<!DOCTYPE transcript [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + "<transcript><text start='0'>&b;</text></transcript>",
        "<!DOCTYPE transcript SYSTEM 'http://127.0.0.1:1/x.dtd'><transcript/>"
      })
  void document_types_are_refused(String xml) {
    assertRefused(xml, Refusal.Kind.WITHHELD);
  }

  private static void assertRefused(String body, Refusal.Kind kind) {
    assertThatThrownBy(() -> Captions.parse(body))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }
}
