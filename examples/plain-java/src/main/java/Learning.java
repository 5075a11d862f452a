import dev.vidwiz.application.Ports;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.chat.Answer;
import dev.vidwiz.application.chat.AnswerQuestion.Outcome.Answering;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.Question;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result.Success;
import dev.vidwiz.application.worker.TaskRequest;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

public class Learning {

  public static void main(String[] args) throws InterruptedException {
    try (Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(Path.of("learning.db")));
        VidWiz vidwiz = new VidWiz(Ports.of(storage, InstantSource.system()).with(new Parrot()))) {
      long ann = 1;
      VideoId video = VideoId.parse("https://youtu.be/dQw4w9WgXcQ").orThrow();

      vidwiz
          .useCases()
          .createNote
          .create(new NoteDraft(ann, video, new Timestamp("0:43"), "What a chorus", null));
      work(
          vidwiz,
          TaskType.METADATA,
          Success.of(
              new FetchedMetadata(
                  new JsonText("{\"duration\": 213}"), new Title("Never Gonna Give You Up"))));
      work(
          vidwiz,
          TaskType.TRANSCRIPT,
          Success.of(
              new JsonText(
                  "[{\"text\": \"Never gonna give you up\", \"offset\": 43.0, \"duration\":"
                      + " 2.1}]")));

      Question question =
          new Question(new Question.Target.New(video), ann, "What does he promise?");
      if (vidwiz.useCases().answerQuestion.ask(question) instanceof Answering(Answer answer)) {
        try (answer) {
          Message message = answer.await();
          System.out.println(message.content());
          message
              .answer()
              .citations()
              .forEach(
                  cited -> System.out.println(cited.timestamp() + " is second " + cited.seconds()));
        }
      }
    }
  }

  static void work(VidWiz vidwiz, TaskType type, Success found) throws InterruptedException {
    vidwiz
        .useCases()
        .claimTask
        .claim(new TaskRequest(type, Duration.ofSeconds(1)))
        .ifPresent(task -> vidwiz.useCases().submitTaskResult.submit(TaskReport.on(task, found)));
  }

  static class Parrot implements ChatModel {

    @Override
    public String name() {
      return "parrot";
    }

    @Override
    public Completion complete(ChatPrompt prompt) {
      return new Completion("**Never to give you up** [0:43].");
    }
  }
}
