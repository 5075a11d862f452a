import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.NotesApi;
import org.openapitools.client.api.SignInApi;
import org.openapitools.client.api.VideosApi;
import org.openapitools.client.api.WizApi;
import org.openapitools.client.api.WorkersApi;
import org.openapitools.client.model.ClaimedTask;
import org.openapitools.client.model.ConversationCreate;
import org.openapitools.client.model.Login;
import org.openapitools.client.model.NoteCreate;
import org.openapitools.client.model.NoteRead;
import org.openapitools.client.model.Question;
import org.openapitools.client.model.Registration;
import org.openapitools.client.model.Segment;
import org.openapitools.client.model.SummaryUpload;
import org.openapitools.client.model.TaskResult;

/**
 * Registers, notes, lists and searches, does the work of a worker, follows the video and asks Wiz.
 */
public class Walk {

  private static final String VIDEO = "JavaClient1";

  private final String server;

  private Walk(String server) {
    this.server = server;
  }

  public static void main(String[] args) throws ApiException {
    Walk walk = new Walk(args[0]);
    SignInApi signIn = new SignInApi(walk.client(""));
    signIn.register(
        new Registration().email("java@example.com").password("correct horse").name("Jo"));
    String token =
        signIn.logIn(new Login().email("java@example.com").password("correct horse")).getToken();

    walk.takeNotes(token);
    walk.work(args[1]);
    walk.follow(token);
    walk.ask(token);
  }

  private void takeNotes(String token) throws ApiException {
    NotesApi notes = new NotesApi(client(token));
    NoteRead note =
        notes.createNote(
            VIDEO,
            new NoteCreate()
                .timestamp("1:23")
                .text("The moon pulls twice")
                .videoTitle("How rivers flow"));
    expect("The moon pulls twice", notes.getNote(note.getId()).getText());
    expect(List.of(note), notes.listNotes(VIDEO, null, null, null));
    expect(
        VIDEO,
        new VideosApi(client(token))
            .searchVideos("rivers", 1, 10, null)
            .getVideos()
            .getFirst()
            .getVideoId());
  }

  /** Polls for both tasks of the video, reports their results and stores a summary. */
  private void work(String adminToken) throws ApiException {
    WorkersApi workers = new WorkersApi(client(adminToken));
    for (String type : List.of("transcript", "metadata")) {
      ClaimedTask task = workers.claimTask(type, 10, null);
      TaskResult result =
          new TaskResult()
              .videoId(task.getTaskDetails().getVideoId())
              .success(true)
              .claimId(task.getClaimId());
      if (type.equals("transcript")) {
        result.addTranscriptItem(new Segment().text("Why rivers flow"));
      } else {
        result.metadata(Map.of("title", "How rivers flow"));
      }
      expect(
          "completed", workers.submitTaskResult(task.getTaskId(), result).getStatus().getValue());
    }
    workers.storeSummary(VIDEO, new SummaryUpload().summary("Why rivers flow."));
  }

  private void follow(String token) throws ApiException {
    List<String> events = new ArrayList<>();
    ApiClient client = client(token).setResponseInterceptor(reading("event: ", events::add));
    new VideosApi(client).watchVideo(VIDEO, null);
    expect("snapshot", events.getFirst());
    expect("done", events.getLast());
  }

  private void ask(String token) throws ApiException {
    ApiClient client = client(token);
    long conversation =
        new WizApi(client).beginConversation(new ConversationCreate().videoId(VIDEO)).getId();
    List<String> events = new ArrayList<>();
    client.setResponseInterceptor(reading("data: ", events::add));
    new WizApi(client).askWiz(conversation, new Question().message("Why do rivers flow?"));
    expect("{\"content\":\"The moon pulls \"}", events.getFirst());
    expect("[DONE]", events.getLast());
    expect(2, new WizApi(client(token)).listMessages(conversation, null, null).size());
  }

  /**
   * Reads the events of a stream while they arrive. The generated method then finds nothing more to
   * read and returns null.
   */
  private static Consumer<HttpResponse<InputStream>> reading(
      String start, Consumer<String> reader) {
    return response -> {
      if (response.headers().firstValue("Content-Type").orElse("").equals("text/event-stream")) {
        read(response.body(), start, reader);
      }
    };
  }

  private static void read(InputStream body, String start, Consumer<String> reader) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(start)) {
          reader.accept(line.substring(start.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApiClient client(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(server);
    if (!token.isEmpty()) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
    return client;
  }

  private static void expect(Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError("expected " + expected + ", but found " + found);
    }
  }
}
