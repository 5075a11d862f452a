package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.seed.SeededDatabase;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Measures workers that claim tasks and send results. */
final class Claims {

  private static final int MANY = 16;
  private static final int WARM_UPS = 4;

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

  private void measure(Workload work, @Nullable String ceiling) throws IOException, SQLException {
    warmUp(work);
    stage.measureWarm(server, work, ceiling);
    database.reopenTasks();
  }

  /** Tasks can be used repeatedly: they are made pending again afterwards. */
  private void warmUp(Workload work) throws IOException, SQLException {
    boolean warm = false;
    for (int i = 0; i < WARM_UPS && !warm; i++) {
      warm = stage.warmUp(server, work);
      database.reopenTasks();
    }
  }

  private Workload work(String name, int workers) {
    int metadataTasks = database.sizes().tasks() / 2;
    return new Workload(name, workers, metadataTasks - workers, TaskWork::new);
  }
}
