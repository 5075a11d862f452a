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
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A program with users and migrations of its own, which takes notes with VidWiz. VidWiz uses the
 * pool of the program, and a schema of its own beside that of the program.
 */
@SpringBootApplication
public class Host {

  public static void main(String[] args) throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      System.setProperty("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"));
      try (ConfigurableApplicationContext context = SpringApplication.run(Host.class, args)) {
        JdbcClient database = context.getBean(JdbcClient.class);
        long ann = database.sql("SELECT id FROM users").query(Long.class).single();
        takeNote(context.getBean(VidWiz.class), ann);
        print(database, "users of the host", "SELECT count(*) FROM users");
        print(
            database,
            "migrations of the host",
            "SELECT count(*) FROM flyway_schema_history WHERE type = 'SQL'");
        print(database, "notes in the schema of VidWiz", "SELECT count(*) FROM vidwiz.notes");
        print(
            database,
            "tables in the schema of the host",
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
      }
    }
    // The versions that Spring Boot sets work with a file, too.
    try (Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(Path.of("notes.db")));
        VidWiz vidwiz = new VidWiz(Ports.of(storage, InstantSource.system()))) {
      takeNote(vidwiz, 1);
    }
  }

  @Bean(destroyMethod = "close")
  Storage storage(DataSource pool) {
    return JdbiStorage.open(pool, "vidwiz");
  }

  @Bean(destroyMethod = "close")
  VidWiz vidwiz(Storage storage) {
    return new VidWiz(Ports.of(storage, InstantSource.system()));
  }

  private static void takeNote(VidWiz vidwiz, long user) {
    Note note =
        vidwiz
            .useCases()
            .createNote
            .create(
                new NoteDraft(
                    user,
                    VideoId.parse("https://youtu.be/dQw4w9WgXcQ").orThrow(),
                    new Timestamp("0:43"),
                    "What a chorus",
                    null));
    System.out.println(note.timestamp().value() + " " + note.text());
  }

  private static void print(JdbcClient database, String name, String count) {
    System.out.println(name + ": " + database.sql(count).query(Long.class).single());
  }
}
