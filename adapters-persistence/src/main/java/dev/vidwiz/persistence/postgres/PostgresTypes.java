package dev.vidwiz.persistence.postgres;

import dev.vidwiz.domain.json.JsonText;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Maps times to timestamptz, and JSON to json or jsonb. */
final class PostgresTypes implements JdbiPlugin {

  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArgument(new TimeArguments());
    jdbi.registerArgument(new JsonArguments());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
          return time == null ? null : time.toInstant();
        });
  }

  private static final class TimeArguments extends AbstractArgumentFactory<Instant> {
    TimeArguments() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** Truncates to microseconds, where the driver would round up. */
    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(
              position, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
  }

  private static final class JsonArguments extends AbstractArgumentFactory<JsonText> {
    JsonArguments() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(JsonText value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.value(), Types.OTHER);
    }
  }
}
