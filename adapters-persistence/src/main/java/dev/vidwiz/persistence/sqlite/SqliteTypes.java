package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.domain.json.JsonText;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Maps times and JSON to text. */
final class SqliteTypes implements JdbiPlugin {

  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.registerArgument(new TimeArguments());
    jdbi.registerArgument(new JsonArguments());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          String text = row.getString(column);
          return text == null ? null : SqliteTime.parse(text);
        });
  }

  private static final class TimeArguments extends AbstractArgumentFactory<Instant> {
    TimeArguments() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, SqliteTime.format(value));
    }
  }

  private static final class JsonArguments extends AbstractArgumentFactory<JsonText> {
    JsonArguments() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(JsonText value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.value());
    }
  }
}
