package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoRoutesTest {

  private static final String VIDEO = "/v2/videos/" + TestServer.VIDEO;
  private static final String INTERNAL = "/v2/internal/videos/" + TestServer.VIDEO;

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_video_has_the_documented_format_and_any_user_may_read_it() {
    assertThat(server.callAs(ann, "GET", VIDEO, null).code()).isEqualTo("NOT_FOUND");
    fillIn("metadata", "{\"metadata\": {\"title\": \" T \", \"n\": 1.50, \"x\": [null, {}]}}");
    fillIn("transcript", "{\"transcript\": [{\"text\": \"hi\", \"offset\": 0.5, \"k\": []}]}");
    Answer filled = fillIn("summary", "{\"summary\": \"S\"}");

    assertThat(filled.body())
        .isEqualTo(
            """
            {"id":1,"video_id":"dQw4w9WgXcQ","title":"T",\
            "metadata":{"title":" T ","n":1.50,"x":[null,{}]},"transcript_available":true,\
            "transcript_error":null,"summary":"S","suggested_questions":null,\
            "created_at":"2026-03-01T17:30:00+0530","updated_at":"2026-03-01T17:30:00+0530"}\
            """);
    assertThat(server.callAs(server.logIn("eve"), "GET", VIDEO, null).body())
        .isEqualTo(filled.body());
    assertThat(server.callAsAdmin("GET", INTERNAL, null).body()).isEqualTo(filled.body());
  }

  @Test
  void a_summary_comes_with_three_suggested_questions() {
    fillIn("summary", "{\"summary\": \"S\", \"miscellaneous_data\": null}");
    Answer filled = ask("[\" Why? \", \"How?\", \"When?\"]");

    assertThat(filled.json().get("suggested_questions").toString())
        .isEqualTo("[\"Why?\",\"How?\",\"When?\"]");
    assertThat(filled.json().get("summary").textValue()).isEqualTo("S");
    Answer later = fillIn("summary", "{\"summary\": \"T\", \"miscellaneous_data\": null}");
    assertThat(later.json().get("suggested_questions")).hasSize(3);
  }

  @Test
  void other_suggested_questions_are_refused_by_name() {
    String field = "body.miscellaneous_data.suggested_questions";
    assertThat(ask("7").wrongFields()).isEqualTo(field + " list_type");
    assertThat(ask("[\"a\", \"b\"]").wrongFields()).isEqualTo(field + " value_error");
    assertThat(ask("[\"a\", \"b\", \"A \"]").wrongFields()).isEqualTo(field + " value_error");
    assertThat(ask("[\"a\", \" \", \"c\"]").wrongFields()).isEqualTo(field + ".1 string_too_short");
    assertThat(ask("[\"a\", \"b\", 3]").wrongFields()).isEqualTo(field + ".2 string_type");
    assertThat(ask("[\"a\", \"b\", \"" + "x".repeat(501) + "\"]").wrongFields())
        .isEqualTo(field + ".2 string_too_long");
    assertThat(fillIn("summary", "{\"miscellaneous_data\": []}").wrongFields())
        .isEqualTo("body.miscellaneous_data dict_type");
  }

  private Answer ask(String questions) {
    return fillIn(
        "summary", "{\"miscellaneous_data\": {\"suggested_questions\": " + questions + "}}");
  }

  @Test
  void a_summary_of_null_leaves_what_is_there() {
    assertThat(fillIn("summary", "{\"summary\": null}").json().get("summary").isNull()).isTrue();
    fillIn("summary", "{\"summary\": \"S\"}");
    assertThat(fillIn("summary", "{\"summary\": null}").json().get("summary").textValue())
        .isEqualTo("S");
    assertThat(fillIn("summary", "{}").wrongFields()).isEqualTo("body.summary missing");
    assertThat(fillIn("summary", "{\"summary\": 1}").wrongFields())
        .isEqualTo("body.summary string_type");
    assertThat(fillIn("summary", "{\"summary\": \"" + "x".repeat(10_001) + "\"}").wrongFields())
        .isEqualTo("body.summary string_too_long");
  }

  @Test
  void metadata_is_an_object_of_256_kib_at_most() {
    assertThat(fillIn("metadata", "{\"metadata\": []}").wrongFields())
        .isEqualTo("body.metadata dict_type");
    assertThat(fillIn("metadata", "{\"metadata\": null}").wrongFields())
        .isEqualTo("body.metadata dict_type");
    assertThat(fillIn("metadata", "{}").wrongFields()).isEqualTo("body.metadata missing");
    assertThat(fillIn("metadata", "{\"metadata\": {\"a\": \"\\u0000\"}}").wrongFields())
        .isEqualTo("body.metadata value_error");
    int room = (256 << 10) - "{\"a\":\"\"}".length();
    assertThat(fillIn("metadata", metadata("x".repeat(room))).status()).isEqualTo(200);
    assertThat(fillIn("metadata", metadata("x".repeat(room + 1))).wrongFields())
        .isEqualTo("body.metadata value_error");
    assertThat(fillIn("metadata", metadata("é".repeat(room / 2 + 1))).wrongFields())
        .isEqualTo("body.metadata value_error");
    assertThat(fillIn("metadata", "{\"metadata\": {\"title\": 7}}").status()).isEqualTo(200);
  }

  @Test
  void a_transcript_is_a_list_of_objects_with_text() {
    assertThat(fillIn("transcript", "{\"transcript\": {}}").wrongFields())
        .isEqualTo("body.transcript list_type");
    assertThat(fillIn("transcript", "{\"transcript\": [\"a\", {\"text\": 1}]}").wrongFields())
        .isEqualTo("body.transcript.0 dict_type, body.transcript.1.text string_type");
    assertThat(fillIn("transcript", "{\"transcript\": [{\"text\": \"\\ud800\"}]}").wrongFields())
        .isEqualTo("body.transcript value_error");
    assertThat(server.callAsAdmin("GET", INTERNAL, null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'a','start':1.50,'n':[{}]} | {'text':'a','start':1.50,'n':[{}],'offset':1.50}",
        "{'start':9,'text':'a','offset':2} | {'start':9,'text':'a','offset':2}",
        "{'offset':null,'start':9,'text':'a'} | {'offset':null,'start':9,'text':'a'}",
        "{'text':'a','start':'1'} | {'text':'a','start':'1'}",
        "{'text':'a','x':{'start':1}} | {'text':'a','x':{'start':1}}",
      })
  void a_start_becomes_the_offset_where_there_is_none(String sent, String stored) {
    String others = "{\"text\":\"é\",\"offset\":0}";
    String list = "[%s,%s,%s]".formatted(others, sent.replace('\'', '"'), others);

    assertThat(fillIn("transcript", "{\"transcript\": " + list + "}").status()).isEqualTo(200);

    assertThat(server.storage().transcripts().find(new VideoId(TestServer.VIDEO)))
        .hasValue(new JsonText(list.replace(sent.replace('\'', '"'), stored.replace('\'', '"'))));
  }

  @Test
  void only_the_first_invalid_entries_of_a_long_transcript_are_reported() {
    Answer answer = fillIn("transcript", "{\"transcript\": [" + "1,".repeat(100_000) + "1]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/error/details")).hasSize(100);
  }

  @Test
  void a_search_finds_the_callers_videos_page_by_page() {
    note("aaaaaaaaaaa", "Ärger mit 100%");
    note("bbbbbbbbbbb", "Zug");
    note("ccccccccccc", "");
    note("ccccccccccc", "");

    Answer all = search("");
    assertThat(all.body())
        .isEqualTo(
            """
            {"videos":[{"video_id":"ccccccccccc","title":null,"metadata":null},\
            {"video_id":"bbbbbbbbbbb","title":"Zug","metadata":null},\
            {"video_id":"aaaaaaaaaaa","title":"Ärger mit 100%","metadata":null}],\
            "total":3,"page":1,"per_page":10,"total_pages":1}\
            """);
    assertThat(found("?sort=created_at_asc&per_page=2"))
        .containsExactly("aaaaaaaaaaa", "bbbbbbbbbbb");
    assertThat(found("?sort=created_at_asc&per_page=2&page=2")).containsExactly("ccccccccccc");
    assertThat(search("?per_page=2").json().get("total_pages").intValue()).isEqualTo(2);
    assertThat(found("?sort=title_asc"))
        .containsExactly("bbbbbbbbbbb", "aaaaaaaaaaa", "ccccccccccc");
    assertThat(found("?sort=title_desc"))
        .containsExactly("aaaaaaaaaaa", "bbbbbbbbbbb", "ccccccccccc");
    assertThat(found("?q=%20%C3%84RGER+")).containsExactly("aaaaaaaaaaa");
    assertThat(found("?q=0%25")).containsExactly("aaaaaaaaaaa");
    assertThat(found("?q=%25%25")).isEmpty();
    assertThat(found("?q=z")).hasSize(3);
    assertThat(found("?page=2147483647")).isEmpty();
    assertThat(found("?page=7&page=1&q=zug&q=")).hasSize(3);
  }

  @Test
  void a_search_without_results_has_no_pages() {
    assertThat(search("?q=nothing").body())
        .isEqualTo("{\"videos\":[],\"total\":0,\"page\":1,\"per_page\":10,\"total_pages\":0}");
  }

  @Test
  void a_search_that_breaks_rules_is_refused() {
    assertThat(search("?page=0&per_page=51&q=%00").wrongFields())
        .isEqualTo(
            "query.q value_error, query.page greater_than_equal, query.per_page less_than_equal");
    assertThat(search("?page=&per_page=1.0").wrongFields())
        .isEqualTo("query.page int_parsing, query.per_page int_parsing");
    assertThat(search("?page=99999999999999999999").wrongFields())
        .isEqualTo("query.page less_than_equal");
    assertThat(search("?sort=title").code()).isEqualTo("BAD_REQUEST");
    assertThat(search("?sort=TITLE_ASC").code()).isEqualTo("BAD_REQUEST");
    assertThat(search("?sort=").code()).isEqualTo("BAD_REQUEST");
    assertThat(search("?sort=x&page=x").wrongFields()).isEqualTo("query.page int_parsing");
  }

  private void note(String videoId, String title) {
    server.clock().advance(Duration.ofSeconds(1));
    server.callAs(
        ann,
        "POST",
        "/v2/videos/" + videoId + "/notes",
        "{\"timestamp\": \"1:23\", \"video_title\": \"" + title + "\"}");
  }

  private Answer fillIn(String part, String body) {
    return server.callAsAdmin("POST", INTERNAL + "/" + part, body);
  }

  private static String metadata(String text) {
    return "{\"metadata\": { \"a\" : \"" + text + "\" } }";
  }

  private Answer search(String query) {
    return server.callAs(ann, "GET", "/v2/videos" + query, null);
  }

  private List<String> found(String query) {
    List<String> ids = new ArrayList<>();
    for (JsonNode video : search(query).json().get("videos")) {
      ids.add(video.get("video_id").textValue());
    }
    return ids;
  }
}
