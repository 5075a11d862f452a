package dev.vidwiz.persistence.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Begins each transaction with READ COMMITTED, for connections that keep no settings because they
 * are those of a transaction pooler.
 */
final class ReadCommitted {

  static final String SET = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED";

  private ReadCommitted() {}

  /** Wraps the connections of a pool. */
  static DataSource of(DataSource pool) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = invoke(pool, method, arguments);
          return result instanceof Connection connection ? of(connection) : result;
        });
  }

  /** Wraps a connection. Its transactions begin when auto-commit is switched off. */
  static Connection of(Connection connection) {
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
              statement.execute(SET);
            }
          }
          return result;
        });
  }

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ReadCommitted.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
