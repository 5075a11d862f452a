package dev.vidwiz.bench.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSeedTest extends SeedContract {

  private static TestDatabase neighbour;
  private static PostgresAdmin admin;

  @TempDir Path folder;

  @BeforeAll
  static void createNeighbour() {
    neighbour = TestPostgres.createDatabase();
    admin = new PostgresAdmin(url());
  }

  @AfterAll
  static void dropAll() {
    admin.drop(admin.beside("seed"));
    neighbour.close();
  }

  @Override
  Databases databases() {
    return Databases.of(url(), folder);
  }

  @Test
  void a_database_of_another_program_is_not_modified() throws SQLException {
    String name = admin.beside("full").database();
    neighbour.execute("CREATE DATABASE \"" + name + '"');
    try {
      assertThatThrownBy(() -> databases().create("full", Sizes.EMPTY))
          .isInstanceOf(ForeignDatabaseException.class)
          .hasMessageContaining(name);
      assertThat(admin.query("SELECT count(*) FROM pg_database WHERE datname = '" + name + "'"))
          .isEqualTo("1");
    } finally {
      neighbour.execute("DROP DATABASE \"" + name + '"');
    }
  }

  private static DatabaseUrl.Postgres url() {
    return (DatabaseUrl.Postgres) DatabaseUrl.parse(neighbour.url());
  }
}
