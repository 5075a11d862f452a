package dev.vidwiz.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads that come while another one writes share its commit. */
@Timeout(60)
final class SqliteWriterTest {

  private static final Duration AS_LONG_AS_SOMEBODY_WAITS = Duration.ofHours(1);

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Jdbi file;
  private SqliteWriter writer;

  @BeforeEach
  void open() {
    file =
        Jdbi.create(
            SqliteConnections.url(folder.resolve("vidwiz.db")), SqliteConnections.properties());
    file.useHandle(
        handle -> {
          handle.execute("CREATE TABLE words (word TEXT UNIQUE)");
          handle.execute(
              """
              CREATE TABLE letters
                (word TEXT REFERENCES words (word) DEFERRABLE INITIALLY DEFERRED)
              """);
        });
    writer = writer(AS_LONG_AS_SOMEBODY_WAITS);
  }

  @AfterEach
  void close() {
    threads.close();
    writer.close();
  }

  @Test
  void no_thread_returns_before_the_last_one_has_committed() throws Exception {
    Held first = hold("first");
    Held second = holdNext("second");

    first.goOn();
    second.awaitBegun();

    assertThat(first.result.isDone()).isFalse();
    assertThat(words()).isEmpty();

    second.goOn();
    first.result.get();
    second.result.get();
    assertThat(words()).containsExactly("first", "second");
  }

  @Test
  void limits_the_wait_for_later_threads() throws Exception {
    writer = writer(Duration.ZERO);
    Held first = hold("first");
    Held second = holdNext("second");

    first.goOn();
    first.result.get();

    assertThat(words()).containsExactly("first");
    second.goOn();
    second.result.get();
  }

  @Test
  void rolls_back_only_the_work_that_throws() throws Exception {
    Held first = hold("first");
    Future<?> second = next(() -> writer.inTransaction(andThenThrow(adding("second"))));
    Future<?> third = next(() -> writer.write(adding("first")));
    Future<?> fourth = next(() -> writer.write(adding("fourth")));
    Future<?> fifth = next(() -> writer.inTransaction(andThenThrow(adding("fifth"))));

    first.goOn();

    first.result.get();
    assertThatThrownBy(second::get).hasCauseInstanceOf(Refusal.class);
    assertThatThrownBy(third::get).hasStackTraceContaining("UNIQUE");
    fourth.get();
    assertThatThrownBy(fifth::get).hasCauseInstanceOf(Refusal.class);
    assertThat(words()).containsExactly("first", "fourth");
  }

  @Test
  void rolls_back_the_first_and_starts_again_with_the_second() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Future<?> first =
        next(
            () ->
                writer.inTransaction(
                    andThenThrow(
                        handle -> {
                          await(leave);
                          return adding("first").apply(handle);
                        })));
    Future<?> second = next(() -> writer.write(adding("second")));

    leave.countDown();

    assertThatThrownBy(first::get).hasCauseInstanceOf(Refusal.class);
    second.get();
    assertThat(words()).containsExactly("second");
  }

  @Test
  void all_threads_fail_when_the_commit_fails() throws Exception {
    Held first = hold("first");
    Future<?> second =
        next(
            () ->
                writer.inTransaction(
                    handle -> handle.execute("INSERT INTO letters VALUES ('no such word')")));

    first.goOn();

    assertThatThrownBy(first.result::get).hasCauseInstanceOf(StorageException.class);
    assertThatThrownBy(second::get).hasCauseInstanceOf(StorageException.class);
    assertThat(words()).isEmpty();
    writer.write(adding("afterwards"));
    assertThat(words()).containsExactly("afterwards");
  }

  @Test
  void all_threads_fail_when_work_loses_the_transaction() throws Exception {
    losesTheTransaction(writer::inTransaction);
  }

  @Test
  void all_threads_fail_when_a_statement_loses_the_transaction() throws Exception {
    losesTheTransaction(writer::write);
  }

  /** As SQLite does by itself when it can go on in no other way. */
  private void losesTheTransaction(Function<Function<Handle, Integer>, Integer> way)
      throws Exception {
    Held first = hold("first");
    Future<?> second = next(() -> way.apply(andThenThrow(handle -> handle.execute("ROLLBACK"))));
    Future<?> third = next(() -> writer.write(adding("third")));

    first.goOn();

    assertThatThrownBy(first.result::get).hasCauseInstanceOf(StorageException.class);
    assertThatThrownBy(second::get).hasCauseInstanceOf(Refusal.class);
    third.get();
    assertThat(words()).containsExactly("third");
  }

  @Test
  void continues_after_threads_that_time_out() throws Exception {
    Held first = hold("first");
    CountDownLatch gone = new CountDownLatch(1);
    Thread impatient =
        Thread.ofVirtual()
            .start(
                () -> {
                  assertThatThrownBy(() -> writer.write(adding("impatient")))
                      .isInstanceOf(StorageException.class);
                  gone.countDown();
                });
    awaitTurns(1, 1);
    impatient.interrupt();
    await(gone);
    Future<?> third = next(() -> writer.write(adding("third")));

    first.goOn();

    first.result.get();
    third.get();
    assertThat(words()).containsExactly("first", "third");
  }

  private SqliteWriter writer(Duration longest) {
    return new SqliteWriter(
        file::open, e -> StorageException.unavailable("the database failed", e), longest);
  }

  private static Function<Handle, Integer> adding(String word) {
    return handle -> handle.execute("INSERT INTO words VALUES (?)", word);
  }

  private static Function<Handle, Integer> andThenThrow(Function<Handle, Integer> work) {
    return handle -> {
      throw new Refusal(work.apply(handle));
    };
  }

  private List<String> words() {
    return file.withHandle(
        handle -> handle.createQuery("SELECT word FROM words").mapTo(String.class).list());
  }

  /** Has the turn when this returns. */
  private Held hold(String word) {
    Held held = new Held(word);
    await(held.begun);
    return held;
  }

  /** Is the next one to have a turn. */
  private Held holdNext(String word) {
    int waiting = writer.use().waiting();
    Held held = new Held(word);
    awaitTurns(1, waiting + 1);
    return held;
  }

  private <T> Future<T> next(Callable<T> work) {
    int waiting = writer.use().waiting();
    int active = writer.use().active();
    Future<T> result = threads.submit(work);
    awaitTurns(1, waiting + active);
    return result;
  }

  private void awaitTurns(int active, int waiting) {
    while (writer.use().active() != active || writer.use().waiting() != waiting) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A transaction that adds a word and ends when it is told to. */
  private final class Held {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Future<Integer> result;

    Held(String word) {
      this.result =
          threads.submit(
              () ->
                  writer.inTransaction(
                      handle -> {
                        int added = adding(word).apply(handle);
                        begun.countDown();
                        await(end);
                        return added;
                      }));
    }

    void awaitBegun() {
      await(begun);
    }

    void goOn() {
      end.countDown();
    }
  }

  private static final class Refusal extends RuntimeException {
    Refusal(int rows) {
      super("after " + rows + " rows");
    }
  }
}
