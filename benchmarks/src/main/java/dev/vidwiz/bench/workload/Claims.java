package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.seed.SeededDatabase;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Workers that take what is pending and send what they found. */
final class Claims {

  private static final int MANY = 16;

  private final Stage stage;
  private final Server server;
  private final SeededDatabase database;

  Claims(Stage stage, Server server, SeededDatabase database) {
    this.stage = stage;
    this.server = server;
    this.database = database;
  }

  void measure(@Nullable String ceiling) throws IOException, SQLException {
    measure(work("claim + result, " + MANY + " workers", MANY), ceiling);
    measure(work("claim + result, 1 worker", 1), ceiling);
  }

  /** All tasks may be used for getting warm, and are pending again afterwards. */
  private void measure(Workload work, @Nullable String ceiling) throws IOException, SQLException {
    stage.warmUp(server, work);
    database.reopenTasks();
    stage.measureWarm(server, work, ceiling);
    database.reopenTasks();
  }

  private Workload work(String name, int workers) {
    int metadataTasks = database.sizes().tasks() / 2;
    return new Workload(name, workers, metadataTasks - workers, TaskWork::new);
  }
}
