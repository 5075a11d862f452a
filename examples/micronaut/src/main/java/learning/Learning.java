package learning;

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
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;

/** Micronaut makes the storage, the model and VidWiz, and closes them in the right order. */
public class Learning {

  public static void main(String[] args) throws InterruptedException {
    try (ApplicationContext context = ApplicationContext.run()) {
      VidWiz vidwiz = context.getBean(VidWiz.class);
      long ann = 1;
      VideoId video = VideoId.parse("https://youtu.be/dQw4w9WgXcQ").orThrow();
      vidwiz
          .useCases()
          .createNote
          .create(new NoteDraft(ann, video, new Timestamp("0:43"), "What a chorus", null));
      vidwiz
          .useCases()
          .storeTranscript
          .store(
              video,
              new JsonText(
                  "[{\"text\": \"Never gonna give you up\", \"offset\": 43.0, \"duration\":"
                      + " 2.1}]"));

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

  @Factory
  static class Beans {

    @Singleton
    @Bean(preDestroy = "close")
    Storage storage() {
      return JdbiStorage.open(new DatabaseSettings.Sqlite(Path.of("learning.db")));
    }

    @Singleton
    @Bean(preDestroy = "close")
    VidWiz vidwiz(Storage storage, ChatModel model) {
      return new VidWiz(Ports.of(storage, InstantSource.system()).with(model));
    }
  }

  @Singleton
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
