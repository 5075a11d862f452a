package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.http.Answer;
import dev.vidwiz.http.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every success that the document tells of, brought about with its own examples of requests. */
class DocumentedAnswersTest {

  private final ScriptedChatModel model = new ScriptedChatModel();
  private final TestServer server =
      TestServer.start(
          TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN)),
          credential ->
              Optional.of(
                  new GoogleIdentity(new GoogleProfile("1", "Bob", null), "bob@example.com", true)),
          model);
  private final DocumentedCalls calls = new DocumentedCalls(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void every_operation_takes_its_example_and_answers_as_described() {
    calls.at("video_id", TestServer.VIDEO);
    calls.expect(200, "isAlive");
    calls.expect(200, "isReady");
    calls.expect(200, "listProducts");
    calls.expect(201, "register");
    calls.expect(200, "signInWithGoogle");
    String user = calls.expect(200, "logIn").json().get("token").textValue();

    keepProfile(user);
    takeNotes(user);
    work(user);
    talk(user);
    useFirstGeneration(user);

    calls.assertAllSeen(200, 201, 202, 204, 304);
  }

  private void keepProfile(String user) {
    calls.as(user).expect(200, "getProfile");
    calls.expect(200, "createLongTermToken");
    calls.expect(200, "getProfile");
    calls.expect(200, "revokeLongTermToken");
    calls.expect(200, "updateProfile");
  }

  private void takeNotes(String user) {
    calls.as(user).at("note_id", idOf(calls.expect(201, "createNote")));
    calls.expect(200, "editNote");
    calls.expect(200, "getNote");
    calls.expect(200, "listNotes");
    calls.with("If-None-Match", "*").expect(304, "listNotes");
    calls.expect(200, "searchVideos");
    calls.expect(200, "searchVideos", "?q=tides&page=1&per_page=50&sort=title_asc", null);
    calls.expect(200, "deleteNote");
  }

  private void work(String user) {
    calls.at("conversation_id", idOf(calls.as(user).expect(201, "beginConversation")));
    calls.expect(202, "askWiz");
    claimAndReport("transcript", calls.api().operation("submitTaskResult").example());
    claimAndReport(
        "metadata",
        calls.api().document().at("/components/schemas/TaskResult/examples/1").toString());
    calls.expect(204, "claimTask", "?type=metadata&timeout=1", null);
    calls.expect(200, "resumeTasks");
    calls.expect(200, "storeTranscript");
    calls.expect(200, "storeMetadata");
    calls.expect(200, "storeSummary");
    calls.expect(200, "getVideoAsWorker");
    calls.with("If-None-Match", "*").expect(304, "getVideoAsWorker");
    Answer stream = calls.as(user).expect(200, "watchVideo");
    assertThat(stream.body())
        .contains("data: {\"event\":\"snapshot\"", "data: {\"event\":\"done\"");
    calls.with("Last-Event-ID", TestServer.VIDEO + ".done").expect(204, "watchVideo");
    calls.expect(200, "getVideo");
    calls.with("If-None-Match", "*").expect(304, "getVideo");

    calls.at("note_id", idOf(calls.expect(201, "createNote", "{\"timestamp\": \"0:01\"}")));
    calls.as(TestServer.ADMIN_TOKEN).expect(200, "getMetrics");
    calls.expect(200, "listQuotaUses");
    calls.expect(200, "listAiNotes");
    calls.expect(200, "editAnyNote");
    calls.at("job_id", "ai-1").expect(200, "cancelJob");
    calls.expect(200, "retryJob");
    calls.expect(200, "listJobs");
    calls.expect(200, "listJobs", "?state=completed&type=transcript&page=1&per_page=50", null);
  }

  private void claimAndReport(String type, String result) {
    calls.as(TestServer.ADMIN_TOKEN);
    Answer task = calls.expect(200, "claimTask", "?type=" + type, null);
    calls.at("task_id", task.json().get("task_id")).expect(200, "submitTaskResult", result);
  }

  private void talk(String user) {
    calls.as(user).expect(200, "getConversation");
    model.willStream(
        new Next.Text("Two bulges [00:00]."), new Next.Finished("stop", new TokenUsage(9, 3, 12)));
    assertThat(calls.expect(200, "askWiz").body())
        .isEqualTo("data: {\"content\":\"Two bulges [00:00].\"}\n\ndata: [DONE]\n\n");
    model.willStream(
        new Next.Text("Two "),
        new Next.Failed(
            new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "gone", null, null)));
    assertThat(calls.expect(200, "askWiz").body()).contains("data: {\"error\":");
    Answer messages = calls.expect(200, "listMessages");
    assertThat(messages.json()).hasSize(4);
    assertThat(messages.json().at("/1/metadata/citations/0/seconds").intValue()).isZero();
    assertThat(messages.json().at("/3/metadata/partial").booleanValue()).isTrue();
  }

  private void useFirstGeneration(String user) {
    calls.as(null).expect(201, "legacySignUp");
    calls.expect(200, "legacyLogIn");
    calls.expect(200, "legacySignInWithGoogle");
    calls.as(user).expect(200, "legacyGetProfile");
    calls.expect(200, "legacyUpdateProfile");
    calls.expect(200, "legacyCreateLongTermToken");
    calls.expect(200, "legacyRevokeLongTermToken");

    calls.at("id", idOf(calls.expect(201, "legacyCreateNote")));
    calls.expect(200, "legacyEditNote");
    calls.expect(200, "legacySearchVideos", "?query=tides&page=0", null);
    calls.expect(200, "legacyDeleteNote");
    calls.at("id", TestServer.VIDEO).expect(200, "legacyListNotes");
    calls.with("If-None-Match", "*").expect(304, "legacyListNotes");
    calls.expect(
        201, "legacyCreateNote", "{\"video_id\": \"dQw4w9WgXcQ\", \"timestamp\": \"0:01\"}");
    calls.expect(200, "legacyGetVideo");
    calls.with("If-None-Match", "*").expect(304, "legacyGetVideo");
    calls.as(TestServer.ADMIN_TOKEN).expect(200, "legacyStoreSummary");
    calls.expect(200, "legacyListAiNotes");

    workOfTheFirstGeneration();
    calls.as(user).expect(200, "legacyGetWizVideo");
    calls.expect(200, "legacyBeginConversation");
    model.willStream(
        new Next.Text("Two bulges."), new Next.Finished("stop", new TokenUsage(9, 3, 12)));
    calls.expect(200, "legacyAskWiz");
  }

  private void workOfTheFirstGeneration() {
    String video = "BBBBBBBBBBB";
    calls.expect(200, "legacyPrepareVideo", "{\"video_id\": \"%s\"}".formatted(video));
    calls
        .as(server.logIn("dan"))
        .expect(
            202, "legacyAskWiz", "{\"video_id\": \"%s\", \"message\": \"Why?\"}".formatted(video));
    calls.as(TestServer.ADMIN_TOKEN);
    for (String type : List.of("Transcript", "Metadata")) {
      String claim = "legacyClaim" + type + "Task";
      JsonNode task = calls.expect(200, claim).json();
      calls.expect(
          200,
          "legacySubmit" + type,
          "{\"task_id\": %s, \"video_id\": \"%s\", \"success\": true}"
              .formatted(task.get("task_id"), video));
      calls.expect(204, claim, "?timeout=1", null);
    }
  }

  private static long idOf(Answer answer) {
    return answer.json().get("id").longValue();
  }
}
