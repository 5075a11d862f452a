package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bootstrap.settings.DatabaseUrl.Postgres;
import dev.vidwiz.bootstrap.settings.DatabaseUrl.Sqlite;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "sqlite:///data/a.db, data/a.db",
    "sqlite:///./a.db, ./a.db",
    "sqlite:////var/lib/a.db, /var/lib/a.db",
    "sqlite+pysqlite:///a.db, a.db",
    "sqlite:///a.db?check_same_thread=false, a.db",
    "jdbc:sqlite:a.db, a.db",
    "jdbc:sqlite:/var/a.db, /var/a.db",
  })
  void names_a_sqlite_file(String text, String file) {
    assertThat(DatabaseUrlParser.parse(text)).isEqualTo(new Sqlite(Path.of(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:s3cret@db:5433/wiz",
        "postgres://ann:s3cret@db:5433/wiz",
        "postgresql+psycopg2://ann:s3cret@db:5433/wiz",
        "jdbc:postgresql://db:5433/wiz?user=ann&password=s3cret",
        "jdbc:postgresql://ann:s3cret@db:5433/wiz",
        "postgresql:///wiz?host=db&port=5433&user=ann&password=s3cret",
      })
  void accepts_many_forms_of_postgresql_urls(String text) {
    assertThat(DatabaseUrlParser.parse(text))
        .isEqualTo(new Postgres("db:5433", "wiz", "ann", "s3cret", Map.of()));
  }

  @Test
  void decodes_percent_encoding() {
    assertThat(DatabaseUrlParser.parse("postgres://a%40b:p%2Fw%3A%25+%20@[::1]/my%20wiz"))
        .isEqualTo(new Postgres("[::1]", "my wiz", "a@b", "p/w:%+ ", Map.of()));
  }

  @Test
  void the_last_at_sign_ends_the_password() {
    assertThat(DatabaseUrlParser.parse("postgres://ann:p@ss:w@db/wiz"))
        .isEqualTo(new Postgres("db", "wiz", "ann", "p@ss:w", Map.of()));
  }

  @Test
  void keeps_an_at_sign_in_the_query() {
    assertThat(DatabaseUrlParser.parse("jdbc:postgresql://db:5432/wiz?user=ann@host&password=p"))
        .isEqualTo(new Postgres("db:5432", "wiz", "ann@host", "p", Map.of()));
  }

  @Test
  void passes_parameters_to_the_driver_by_its_names() {
    assertThat(DatabaseUrlParser.parse("postgres://db/wiz?sslmode=require&connect_timeout=3"))
        .isInstanceOfSatisfying(
            Postgres.class,
            url ->
                assertThat(url.jdbcUrl())
                    .isEqualTo("jdbc:postgresql://db/wiz?sslmode=require&connectTimeout=3"));
  }

  @Test
  void masks_passwords() {
    DatabaseUrl url = DatabaseUrlParser.parse("postgres://ann:s3cret@a,b:1/wiz?sslpassword=s3cret");
    assertThat(url.masked())
        .isEqualTo(url.toString())
        .isEqualTo("postgresql://ann:********@a,b:1/wiz?sslpassword=********");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "mysql://ann:s3cret@db/wiz",
        "sqlite://s3cret",
        "sqlite:///",
        "sqlite:///:memory:",
        "postgres:ann:s3cret@db/wiz",
        "postgres://ann:s3cret@db",
        "postgres://ann:s3cret@db/",
        "postgres://ann:s3/cret@db/wiz",
        "postgres://ann:s3cret%@db/wiz",
        "postgres://ann:s3cret@db:70000/wiz",
        "postgres://ann:s3cret@db:/wiz",
        "postgres:///wiz?host=/var/run&password=s3cret",
        "postgres://db/wiz?s3cret",
      })
  void refuses_invalid_addresses_without_repeating_them(String text) {
    assertThatThrownBy(() -> DatabaseUrlParser.parse(text))
        .isInstanceOf(BadValue.class)
        .hasMessageStartingWith("must ")
        .hasMessageNotContaining("s3");
  }
}
