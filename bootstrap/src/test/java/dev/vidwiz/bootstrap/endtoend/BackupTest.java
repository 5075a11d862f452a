package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of a busy server, restored into both kinds of database. */
class BackupTest extends OnOwnServer {

  private static final int WRITERS = 20;

  private static final String NOTES =
      "SELECT id, user_id, video_id, \"timestamp\", text FROM notes ORDER BY id";

  private static final String USERS = "SELECT id, email, password_hash FROM users ORDER BY id";

  /** A note, its video and its tasks are inserted in one transaction. */
  private static final String TORN =
      """
      SELECT notes.id FROM notes LEFT JOIN videos ON videos.video_id = notes.video_id
      WHERE videos.id IS NULL
        OR (SELECT count(*) FROM tasks WHERE tasks.video_id = notes.video_id) < 2
      """;

  @TempDir Path elsewhere;

  @Test
  void a_backup_of_a_busy_server_is_a_snapshot() throws Exception {
    Api user = server.api().newUser("ann@example.com");
    user.note(newVideoId(), "a first note").expect(201);
    Path archive = elsewhere.resolve("archive.jsonl.gz");

    int saved = saveWhileOthersWrite(archive, user);

    assertThat(Files.getPosixFilePermissions(archive)).hasSize(2);
    assertThat(database.query("SELECT job FROM last_runs WHERE job = 'backup'")).hasSize(1);
    for (ServerDatabase.Kind target : ServerDatabase.Kind.values()) {
      Path working = Files.createDirectory(elsewhere.resolve(target.name()));
      try (ServerDatabase restored = target.create(working)) {
        assertThat(
                rows(
                    Program.start(working, restored.settings(), "restore", archive.toString()),
                    "Restored"))
            .isEqualTo(saved);
        assertThat(restored.query(TORN)).isEmpty();
        assertThat(restored.query(NOTES)).isNotEmpty();
        assertThat(database.query(NOTES)).containsAll(restored.query(NOTES));
        assertThat(restored.query(USERS)).isEqualTo(database.query(USERS));
        if (target != kind) {
          writeMore(working, restored, user);
        }
      }
    }
  }

  /** Returns the number of rows that were saved while other threads wrote. */
  private static int saveWhileOthersWrite(Path archive, Api user) {
    AtomicBoolean saved = new AtomicBoolean();
    return Crowd.of(
            1 + WRITERS,
            number -> {
              if (number > 0) {
                while (!saved.get()) {
                  user.note(newVideoId(), "written by " + number).expect(201);
                }
                return 0;
              }
              try {
                return rows(
                    Program.start(folder, database.settings(), "backup", archive.toString()),
                    "Saved");
              } finally {
                saved.set(true);
              }
            })
        .getFirst();
  }

  /** The user signs in and writes a new note. */
  private static void writeMore(Path working, ServerDatabase restored, Api user) {
    List<String> before = restored.query("SELECT max(id) FROM notes");
    try (Server again = Server.start(working, restored.settings())) {
      String video = newVideoId();
      again.api().logIn("ann@example.com").note(video, "a new one").expect(201);
      long id =
          user.at(again)
              .get("/v2/videos/" + video + "/notes")
              .expect(200)
              .get(0)
              .get("id")
              .asLong();
      assertThat(id).isGreaterThan(Long.parseLong(before.getFirst()));
    }
  }

  private static int rows(Program program, String verb) {
    try (program) {
      String output = program.output().whole();
      Matcher told = Pattern.compile(verb + " ([0-9,]+) rows").matcher(output);
      assertThat(told.find()).as(output + program.errors().whole()).isTrue();
      assertThat(program.exitStatus()).isZero();
      return Integer.parseInt(told.group(1).replace(",", ""));
    }
  }
}
