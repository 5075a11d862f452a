package dev.vidwiz.persistence.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DownException;
import dev.vidwiz.application.storage.StorageException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamedReasonTest {

  @ParameterizedTest
  @CsvSource({
    "28P01, The user or the password is refused",
    "28000, The user or the password is refused",
    "3D000, The database does not exist",
    "42501, The user has no right to the tables",
    "42P01, The tables are missing",
    "53300, It has no connection left",
    "53100, 'It has no memory, disk or connection left'",
    "57014, No answer in time",
    "57P03, 'It starts, stops or recovers'"
  })
  void says_what_somebody_can_mend(String state, String reason) {
    SQLException refusal = new SQLException("FATAL: for user \"vidwiz\"", state);
    StorageException failure =
        StorageException.unavailable("away", new SQLException("timed out", null, refusal));

    assertThatExceptionOfType(DownException.class)
        .isThrownBy(() -> checking(failure).look())
        .withMessage(reason)
        .withCause(failure);
  }

  @Test
  void leaves_other_failures_as_they_are() {
    assertLeft(StorageException.unavailable("closed", null));
    assertLeft(StorageException.broken("no such column", new SQLException("x", "42703")));
    assertLeft(StorageException.broken("of a file", new SQLException("x", "?")));
    SQLException away = new SQLException("refused", "08001", new ConnectException("refused"));
    assertLeft(StorageException.unavailable("away", away));
  }

  private static void assertLeft(StorageException failure) {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> checking(failure).look())
        .isSameAs(failure);
  }

  private static Check checking(StorageException failure) {
    return NamedReason.of(
        () -> {
          throw failure;
        });
  }
}
