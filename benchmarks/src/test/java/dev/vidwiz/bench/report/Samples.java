package dev.vidwiz.bench.report;

import java.time.Instant;
import java.util.List;

/** Runs for tests. */
final class Samples {

  static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
  static final Conditions SQLITE = new Conditions("SQLite", 64, 1_000, 1_000_000, 100_000, 99_000);

  private Samples() {}

  static Run former() {
    return run(
        TIME.minusSeconds(3_600),
        List.of(
            new Measurement("GET /v2/users/me", 10_860, 5.81, 24.1, 152.4, 0, "bare <Javalin>"),
            new Measurement("notes of a video", 10_000, 6.2, 30.5, 171, 0, "bare <Javalin>"),
            new Measurement("POST a note", 3_017, 20.2, 44.5, 520, 0, null),
            new Measurement("bare <Javalin>", 18_100, 3.3, 12.5, 44, 0, null)),
        List.of(new Figure("memory, idle", 130, "MB"), new Figure("first answer", 0.71, "s")));
  }

  static Run latest() {
    return run(
        TIME,
        List.of(
            new Measurement("GET /v2/users/me", 16_290, 3.72, 12.6, 98.4, 0, "bare <Javalin>"),
            new Measurement("notes of a video", 10_260, 6.1, 28.9, 168, 3, "bare <Javalin>"),
            new Measurement("POST a note", 2_615, 23.4, 61.2, 588, 0, null),
            new Measurement("claim and result", 934, 1.02, 2.9, 640, 0, null),
            new Measurement("bare <Javalin>", 18_400, 3.3, 12.1, 43, 0, null)),
        List.of(new Figure("memory, idle", 118.2, "MB"), new Figure("first answer", 0.71, "s")));
  }

  static Run run(Instant time, List<Measurement> measurements, List<Figure> figures) {
    Machine machine = new Machine("A processor", 2, "25.0.1+8");
    return new Run(time, "1234567", machine, SQLITE, measurements, figures);
  }
}
