package dev.vidwiz.persistence.limit;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.limit.TakeResult;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers that count together. */
final class PostgresRateLimitsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Rate TEN = new Rate(10, MINUTE);

  private static TestDatabase database;
  private static Storage here;
  private static Storage there;

  private final SharedRateLimits limits = here.rateLimits().orElseThrow();
  private final SharedRateLimits others = there.rateLimits().orElseThrow();

  @BeforeAll
  static void open() {
    database = TestPostgres.createDatabase();
    here = JdbiStorage.open(database.settings(true));
    there = JdbiStorage.open(database.settings(false));
  }

  @BeforeEach
  void empty() {
    database.execute("TRUNCATE rate_limits");
  }

  @AfterAll
  static void close() {
    here.close();
    there.close();
    database.close();
  }

  @Test
  void servers_share_a_bucket() {
    assertThat(limits.take("ann", TEN, NOW)).isEqualTo(new TakeResult(true, 9, MINUTE));
    assertThat(others.take("ann", TEN, NOW.plusSeconds(20)))
        .isEqualTo(new TakeResult(true, 8, Duration.ofSeconds(40)));
    assertThat(others.take("bob", TEN, NOW)).isEqualTo(new TakeResult(true, 9, MINUTE));
  }

  @Test
  void concurrent_calls_never_exceed_the_rate() throws Exception {
    List<TakeResult> taken =
        Race.run(40, runner -> (runner % 2 == 0 ? limits : others).take("ann", TEN, NOW));

    assertThat(taken).filteredOn(TakeResult::granted).hasSize(10);
    assertThat(taken)
        .filteredOn(TakeResult::granted)
        .extracting(TakeResult::remaining)
        .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(taken)
        .filteredOn(call -> !call.granted())
        .containsOnly(new TakeResult(false, 0, MINUTE));
  }

  @Test
  void concurrent_calls_after_a_period_never_exceed_the_rate() throws Exception {
    limits.take("ann", TEN, NOW);

    List<TakeResult> taken =
        Race.run(
            40, runner -> (runner % 2 == 0 ? limits : others).take("ann", TEN, NOW.plus(MINUTE)));

    assertThat(taken).filteredOn(TakeResult::granted).hasSize(10);
  }

  @Test
  void a_bucket_is_full_again_one_period_after_the_first_call() {
    for (int call = 0; call < 10; call++) {
      limits.take("ann", TEN, NOW.plusSeconds(call));
    }

    assertThat(limits.take("ann", TEN, NOW.plusMillis(59_999)))
        .isEqualTo(new TakeResult(false, 0, Duration.ofMillis(1)));
    assertThat(limits.take("ann", TEN, NOW.plus(MINUTE)))
        .isEqualTo(new TakeResult(true, 9, MINUTE));
  }

  @Test
  void a_period_starts_with_the_first_call_after_the_last_one() {
    limits.take("ann", TEN, NOW);

    assertThat(limits.take("ann", TEN, NOW.plusSeconds(100)))
        .isEqualTo(new TakeResult(true, 9, MINUTE));
  }

  @Test
  void a_bucket_of_a_clock_that_was_ahead_is_not_in_the_way() {
    for (int call = 0; call < 10; call++) {
      limits.take("ann", TEN, NOW.plus(Duration.ofHours(1)));
    }

    assertThat(limits.take("ann", TEN, NOW)).isEqualTo(new TakeResult(true, 9, MINUTE));
    assertThat(limits.take("ann", TEN, NOW.minusSeconds(30)).remaining()).isEqualTo(8);
  }

  @Test
  void each_rate_has_its_own_bucket() {
    limits.take("ann", TEN, NOW);

    assertThat(limits.take("ann", new Rate(3, Duration.ofHours(1)), NOW))
        .isEqualTo(new TakeResult(true, 2, Duration.ofHours(1)));
  }

  @Test
  void buckets_that_are_full_again_are_removed() throws SQLException {
    limits.take("ann", TEN, NOW);
    limits.take("bob", TEN, NOW.plusSeconds(1));

    limits.removeFull(NOW.plusSeconds(59));
    assertThat(rows()).isEqualTo(2);
    limits.removeFull(NOW.plusSeconds(60));
    assertThat(rows()).isEqualTo(1);
    assertThat(limits.take("bob", TEN, NOW.plusSeconds(60)).remaining()).isEqualTo(8);
  }

  @Test
  void an_unavailable_bucket_is_an_error() throws SQLException {
    limits.take("ann", TEN, NOW);

    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM rate_limits FOR UPDATE");
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> limits.take("ann", TEN, NOW));
    }

    assertThat(limits.take("ann", TEN, NOW)).isEqualTo(new TakeResult(true, 8, MINUTE));
  }

  private static int rows() throws SQLException {
    try (Connection connection = database.connect();
        ResultSet count =
            connection.createStatement().executeQuery("SELECT count(*) FROM rate_limits")) {
      count.next();
      return count.getInt(1);
    }
  }
}
