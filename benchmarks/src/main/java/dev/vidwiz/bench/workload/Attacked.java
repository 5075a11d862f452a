package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.attack.Attack;
import dev.vidwiz.bench.attack.Attacks;
import dev.vidwiz.bench.attack.Beside;
import dev.vidwiz.bench.attack.HonestCaller;
import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.http.Response;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.seed.KnownUser;
import dev.vidwiz.bench.server.Program;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Honest callers beside attacks. The database must have pending tasks. */
final class Attacked {

  private static final Duration OFTEN = Duration.ofMillis(40);
  private static final Duration RARELY = Duration.ofSeconds(1);

  private static final String LONG_LIST = "/v2/videos/longlonglon/notes";
  private static final int LONG_NOTES = 600;
  private static final int LENGTH = 50_000;
  private static final String ACCOUNT =
      "{\"email\": \"honest@example.com\", \"password\": \"a long password\", \"name\": \"Ann\"}";

  private final Stage stage;
  private final Server server;

  Attacked(Stage stage, Server server) {
    this.stage = stage;
    this.server = server;
  }

  void measure() throws IOException, InterruptedException {
    try (Connection connection = Connection.open(server.port())) {
      TaskInProgress task = prepare(connection);
      Beside beside = new Beside(server.port(), honest(), stage.options().time());
      beside.warmUp();
      for (Attack attack :
          new Attacks(server.port(), Program.ADMIN_TOKEN, Tokens.USER)
              .all(task.id(), task.video(), LONG_LIST)) {
        stage.results().say("attacked by " + attack.name() + " (usual, during, after)");
        List<Beside.Times> times = beside.measure(attack);
        times.forEach(this::tell);
        addRatio(attack, "during", times, Beside.Times::during);
        addRatio(attack, "after", times, Beside.Times::after);
      }
    }
  }

  /** Writes thirty megabytes of notes, and claims a task. */
  private static TaskInProgress prepare(Connection connection) throws IOException {
    String note = "{\"timestamp\": \"1:23\", \"text\": \"%s\"}".formatted("n".repeat(LENGTH));
    byte[] write = Request.post(LONG_LIST, Tokens.USER, note);
    for (int i = 0; i < LONG_NOTES; i++) {
      call(connection, write);
    }
    call(connection, Request.post("/v2/auth/register", Tokens.USER, ACCOUNT));
    return TaskInProgress.of(
        call(connection, Request.get("/v2/internal/tasks?type=transcript", Program.ADMIN_TOKEN)));
  }

  private static Response call(Connection connection, byte[] request) throws IOException {
    Response response = connection.call(request);
    if (response.status() >= 300) {
      throw new IllegalStateException(response.status() + ": " + response.text());
    }
    return response;
  }

  private static List<HonestCaller> honest() {
    String note = "{\"timestamp\": \"1:23\", \"text\": \"a note of an ordinary length\"}";
    String notes = "/v2/videos/" + KnownUser.TEN_NOTES + "/notes";
    return List.of(
        new HonestCaller("GET health", Request.getAsGuest("/health"), 200, OFTEN),
        new HonestCaller("GET users/me", Request.get("/v2/users/me", Tokens.USER), 200, OFTEN),
        new HonestCaller("GET 10 notes", Request.get(notes, Tokens.USER), 200, OFTEN),
        new HonestCaller(
            "write a note",
            Request.post("/v2/videos/" + KnownUser.videoId(2) + "/notes", Tokens.USER, note),
            201,
            OFTEN),
        new HonestCaller(
            "sign in", Request.post("/v2/auth/login", Tokens.USER, ACCOUNT), 200, RARELY));
  }

  /** Adds the median time relative to the usual one, of the request that suffers most. */
  private void addRatio(
      Attack attack, String when, List<Beside.Times> all, Function<Beside.Times, Outcome> part) {
    double ratio =
        all.stream()
            .mapToDouble(
                times ->
                    part.apply(times).percentileMillis(50) / times.usual().percentileMillis(50))
            .max()
            .orElseThrow();
    stage.results().add("%s, %s: usual median".formatted(attack.name(), when), ratio, "times");
  }

  private void tell(Beside.Times times) {
    Outcome usual = times.usual();
    Outcome during = times.during();
    Outcome after = times.after();
    StringBuilder line = new StringBuilder("  " + times.caller() + ":");
    for (int percent : new int[] {50, 99, 100}) {
      line.append(
          String.format(
              Locale.ROOT,
              "  %s %.1f, %.1f, %.1f ms",
              percent == 100 ? "max" : "p" + percent,
              usual.percentileMillis(percent),
              during.percentileMillis(percent),
              after.percentileMillis(percent)));
    }
    stage.results().say(line.toString());
    List.of(usual, during, after)
        .forEach(
            outcome ->
                outcome
                    .errors()
                    .forEach(
                        (error, count) -> stage.results().say("    " + count + " × " + error)));
  }
}
