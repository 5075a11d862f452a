package dev.vidwiz.bench.ceiling;

import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.seed.SeededDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads users by id over plain JDBC, in several threads with a connection each. */
public final class PointRead {

  private static final String SQL =
      """
      SELECT id, email, name, profile_image_url, long_term_token, profile_data, created_at
      FROM users WHERE id = ?
      """;

  private static final int COLUMNS = 7;

  private PointRead() {}

  /** Reads as fast as possible. */
  public static Outcome run(SeededDatabase database, int threads, Duration time)
      throws InterruptedException, SQLException {
    Outcome all = new Outcome();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Outcome>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(executor.submit(() -> read(database, time)));
      }
      for (Future<Outcome> part : parts) {
        all.add(part.get());
      }
    } catch (ExecutionException e) {
      throw new SQLException("the bare reads failed", e.getCause());
    }
    all.lasted(time);
    return all;
  }

  private static Outcome read(SeededDatabase database, Duration time) throws SQLException {
    Outcome outcome = new Outcome();
    SplittableRandom random = new SplittableRandom();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      long end = System.nanoTime() + time.toNanos();
      for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
        read(statement, 1 + random.nextInt(database.sizes().users()));
        outcome.add(System.nanoTime() - now);
      }
    }
    return outcome;
  }

  private static void read(PreparedStatement statement, long id) throws SQLException {
    statement.setLong(1, id);
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("there is no user " + id);
      }
      for (int column = 1; column <= COLUMNS; column++) {
        row.getObject(column);
      }
    }
  }
}
