package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Begins each transaction with a statement that sets it up, for connections that keep no settings
 * because they are those of a transaction pooler or of another program.
 */
final class TransactionStart {

  static final String READ_COMMITTED = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED";

  private TransactionStart() {}

  /** Returns the statements that a transaction of the pool needs; empty for none. */
  static String of(DatabaseSettings.OnServer settings, ServerDefaults defaults) {
    List<String> statements = new ArrayList<>();
    if (!defaults.isReadCommitted()) {
      statements.add(READ_COMMITTED);
    }
    if (settings instanceof DatabaseSettings.Pool pool && pool.schema() != null) {
      statements.add("SET LOCAL search_path TO \"" + pool.schema() + '"');
    }
    return String.join("; ", statements);
  }

  /** Wraps the connections of a pool. */
  static DataSource wrap(DataSource pool, String statements) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = invoke(pool, method, arguments);
          return result instanceof Connection connection ? wrap(connection, statements) : result;
        });
  }

  /** Wraps a connection. Its transactions begin when auto-commit is switched off. */
  static Connection wrap(Connection connection, String statements) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          boolean begins =
              method.getName().equals("setAutoCommit")
                  && arguments[0].equals(false)
                  && connection.getAutoCommit();
          Object result = invoke(connection, method, arguments);
          if (begins) {
            try (Statement statement = connection.createStatement()) {
              statement.execute(statements);
            }
          }
          return result;
        });
  }

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            TransactionStart.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
