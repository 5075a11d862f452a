package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.load.Dialogue;
import dev.vidwiz.bench.seed.Databases;
import dev.vidwiz.bench.seed.KnownUser;
import dev.vidwiz.bench.seed.SeededDatabase;
import dev.vidwiz.bench.seed.Sizes;
import dev.vidwiz.bench.server.Program;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of all requested parts. */
final class LoadRun {

  private final Stage stage;
  private final Databases databases;
  private final Program program;

  LoadRun(Stage stage, Databases databases, Program program) {
    this.stage = stage;
    this.databases = databases;
    this.program = program;
  }

  void run() throws IOException, SQLException, InterruptedException {
    runFull();
    if (isWanted(Part.GROWTH)) {
      growth();
    }
    if (isWanted(Part.HELD)) {
      try (SeededDatabase database = create("held", Sizes.EMPTY);
          Server server = program.serve("held", database)) {
        new HeldCrowd(stage, server).measure();
      }
    }
    if (isWanted(Part.ATTACKS)) {
      try (SeededDatabase database = create("attacked", stage.options().sizes());
          Server server = program.withSmallHeap().serve("attacked", database)) {
        new Attacked(stage, server).measure();
      }
    }
  }

  private void runFull() throws IOException, SQLException, InterruptedException {
    if (Set.of(Part.GROWTH, Part.HELD, Part.ATTACKS).containsAll(stage.options().parts())) {
      return;
    }
    try (SeededDatabase database = create("full", stage.options().sizes())) {
      if (isWanted(Part.START)) {
        new Idleness(stage, program).measure(database);
      }
      try (Server server = program.serve("full", database)) {
        ask(server, database);
        server.pssMegabytes().ifPresent(mb -> stage.results().add("memory after load", mb, "MB"));
      }
    }
  }

  private void ask(Server server, SeededDatabase database)
      throws IOException, SQLException, InterruptedException {
    get(Part.ME, "GET users/me", "/v2/users/me", server);
    if (isWanted(Part.CEILINGS)) {
      new Ceilings(stage, program.logs()).measure(server, database);
    }
    get(Part.NOTES, "GET 10 notes", "/v2/videos/" + KnownUser.TEN_NOTES + "/notes", server);
    get(Part.SEARCH, "search of 500 own videos", "/v2/videos?q=lecture%2042&per_page=10", server);
    if (isWanted(Part.TASKS)) {
      new Claims(stage, server, database).measure(ceiling());
    }
    if (isWanted(Part.WRITE)) {
      stage.measure(server, writing("write notes", database), ceiling());
    }
  }

  private void get(Part part, String name, String path, Server server) throws IOException {
    if (isWanted(part)) {
      byte[] request = Request.get(path, Tokens.USER);
      int clients = stage.options().connections();
      stage.measure(
          server, new Workload(name, clients, () -> Dialogue.repeating(request, 200)), ceiling());
    }
  }

  /**
   * Both servers are new, because the JIT compiler of a used one has optimized it for other work.
   */
  private void growth() throws IOException, SQLException {
    try (SeededDatabase small = create("empty", Sizes.EMPTY);
        SeededDatabase large = create("grown", stage.options().sizes());
        Server empty = program.serve("empty", small);
        Server grown = program.serve("grown", large)) {
      new Growth(stage).measure(empty, writing("", small), grown, writing("", large));
    }
  }

  private Workload writing(String name, SeededDatabase database) {
    int oldVideos = database.sizes().completeVideos();
    return new Workload(name, stage.options().connections(), () -> new NoteWriting(oldVideos));
  }

  private @Nullable String ceiling() {
    return isWanted(Part.CEILINGS) ? Stage.BARE_HANDLER : null;
  }

  private SeededDatabase create(String name, Sizes sizes) throws SQLException {
    stage
        .results()
        .say("Creating the database \"%s\" with %d notes".formatted(name, sizes.notes()));
    return databases.create(name, sizes);
  }

  private boolean isWanted(Part part) {
    return stage.options().parts().contains(part);
  }
}
