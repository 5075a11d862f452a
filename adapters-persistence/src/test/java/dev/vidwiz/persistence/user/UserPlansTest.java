package dev.vidwiz.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.PlannedDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users are found without a look at all of them. */
final class UserPlansTest {

  @Test
  void postgres_finds_some_by_the_index() {
    try (PlannedDatabase database = PlannedDatabase.postgres()) {
      database.fill(
          10_000,
          "INSERT INTO users (email, created_at) SELECT 'user' || i || '@example.com', <time>");
      String uncounted = plan(database);
      database.settle();

      assertThat(uncounted).contains("users_pkey").doesNotContain("Seq Scan");
      assertThat(plan(database)).contains("users_pkey").doesNotContain("Seq Scan");
    }
  }

  private static String plan(PlannedDatabase database) {
    return database.plan(PostgresUsers.FIND_ALL, Map.of("ids", new Long[] {7L, 77L, 777L}));
  }
}
