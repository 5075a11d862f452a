package dev.vidwiz.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.PreparedStatement;
import java.sql.Types;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that are kept do what new ones would do. */
final class StatementCacheTest {

  private static final String INSERT = "INSERT INTO things (id, name) VALUES (:id, :name)";
  private static final String NAMES = "SELECT name FROM things WHERE id > :id ORDER BY id";

  private Handle handle;

  @BeforeEach
  void open() {
    Jdbi jdbi = Jdbi.create("jdbc:sqlite::memory:");
    jdbi.setStatementBuilderFactory(connection -> new StatementCache());
    handle = jdbi.open();
    handle.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)");
  }

  @AfterEach
  void close() {
    handle.close();
  }

  @Test
  void a_repeated_statement_is_prepared_once() {
    Set<PreparedStatement> used = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 3; i++) {
      query(i).list();
      handle
          .createQuery(NAMES)
          .bind("id", i)
          .addCustomizer(noting(used))
          .mapTo(String.class)
          .list();
    }
    assertThat(used).hasSize(1);
  }

  @Test
  void a_repeated_statement_binds_only_its_own_values() {
    insert(1, "one");
    handle.createUpdate(INSERT).bind("id", 2).bindBySqlType("name", null, Types.VARCHAR).execute();
    insert(3, "three");
    assertThat(names(0)).containsExactly("one", null, "three");
    assertThat(names(2)).containsExactly("three");
  }

  @Test
  void a_statement_that_failed_can_be_run_again() {
    insert(1, "one");
    assertThatExceptionOfType(UnableToExecuteStatementException.class)
        .isThrownBy(() -> insert(1, "again"));
    insert(2, "two");
    assertThat(names(0)).containsExactly("one", "two");
  }

  @Test
  void a_statement_can_be_run_while_an_earlier_run_is_still_read() {
    insert(1, "one");
    insert(2, "two");
    Iterator<String> outer = query(0).iterator();
    assertThat(outer.next()).isEqualTo("one");
    assertThat(names(1)).containsExactly("two");
    assertThat(outer.next()).isEqualTo("two");
    assertThat(outer.hasNext()).isFalse();
  }

  @Test
  void a_partly_read_result_is_closed() {
    insert(1, "one");
    insert(2, "two");
    assertThat(query(0).findFirst()).contains("one");
    handle.execute("DROP TABLE things");
    handle.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)");
    assertThat(names(0)).isEmpty();
  }

  @Test
  void more_statements_than_the_cache_holds_still_run() {
    for (int i = 0; i < 500; i++) {
      assertThat(handle.createQuery("SELECT " + i).mapTo(Integer.class).one()).isEqualTo(i);
    }
  }

  private static StatementCustomizer noting(Set<PreparedStatement> used) {
    return new StatementCustomizer() {
      @Override
      public void beforeExecution(PreparedStatement statement, StatementContext context) {
        used.add(statement);
      }
    };
  }

  private void insert(long id, String name) {
    handle.createUpdate(INSERT).bind("id", id).bind("name", name).execute();
  }

  private List<String> names(long after) {
    return query(after).list();
  }

  private ResultIterable<String> query(long after) {
    return handle.createQuery(NAMES).bind("id", after).mapTo(String.class);
  }
}
