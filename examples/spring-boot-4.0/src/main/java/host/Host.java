package host;

import dev.vidwiz.application.Ports;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program with a SQLite file of its own, beside which VidWiz has another one. */
@SpringBootApplication
public class Host {

  public static void main(String[] args) {
    try (ConfigurableApplicationContext context = SpringApplication.run(Host.class, args)) {
      JdbcClient database = context.getBean(JdbcClient.class);
      long ann = database.sql("SELECT id FROM users").query(Long.class).single();
      Note note =
          context
              .getBean(VidWiz.class)
              .useCases()
              .createNote
              .create(
                  new NoteDraft(
                      ann,
                      VideoId.parse("https://youtu.be/dQw4w9WgXcQ").orThrow(),
                      new Timestamp("0:43"),
                      "What a chorus",
                      null));
      System.out.println(note.timestamp().value() + " " + note.text());
      long tables =
          database
              .sql("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
              .query(Long.class)
              .single();
      System.out.println("tables of the host: " + tables);
    }
  }

  @Bean(destroyMethod = "close")
  Storage storage() {
    return JdbiStorage.open(new DatabaseSettings.Sqlite(Path.of("vidwiz.db")));
  }

  @Bean(destroyMethod = "close")
  VidWiz vidwiz(Storage storage) {
    return new VidWiz(Ports.of(storage, InstantSource.system()));
  }
}
