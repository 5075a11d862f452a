package dev.vidwiz.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many ask for at the same time is asked for by one query. */
@Timeout(60)
final class BatchedLookupTest {

  private static final Map<String, Integer> NUMBERS = Map.of("one", 1, "two", 2, "three", 3);

  private final List<Set<String>> queries = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void calls_during_a_query_share_the_next_one() throws Exception {
    BatchedLookup<String, Integer> lookup = new BatchedLookup<>(this::slowly, 1);
    FutureTask<Optional<Integer>> first = start(lookup, "one");
    begun.await();
    FutureTask<Optional<Integer>> second = startAndWait(lookup, "two");
    FutureTask<Optional<Integer>> third = startAndWait(lookup, "three");
    FutureTask<Optional<Integer>> same = startAndWait(lookup, "two");
    FutureTask<Optional<Integer>> unknown = startAndWait(lookup, "a million");

    goOn.countDown();

    assertThat(first.get()).contains(1);
    assertThat(second.get()).contains(2);
    assertThat(third.get()).contains(3);
    assertThat(same.get()).contains(2);
    assertThat(unknown.get()).isEmpty();
    assertThat(queries).containsExactly(Set.of("one"), Set.of("two", "three", "a million"));
  }

  @Test
  void never_returns_a_result_older_than_the_call() throws Exception {
    BatchedLookup<String, Integer> lookup = new BatchedLookup<>(this::slowly, 1);
    FutureTask<Optional<Integer>> first = start(lookup, "one");
    begun.await();
    FutureTask<Optional<Integer>> same = startAndWait(lookup, "one");

    goOn.countDown();

    assertThat(first.get()).contains(1);
    assertThat(same.get()).contains(1);
    assertThat(queries).containsExactly(Set.of("one"), Set.of("one"));
  }

  @Test
  void all_callers_of_a_batch_get_its_exception() throws Exception {
    IllegalStateException down = new IllegalStateException("down");
    BatchedLookup<String, Integer> lookup =
        new BatchedLookup<>(
            keys -> {
              slowly(keys);
              throw down;
            },
            1);
    FutureTask<Optional<Integer>> first = start(lookup, "one");
    begun.await();
    FutureTask<Optional<Integer>> second = startAndWait(lookup, "two");
    FutureTask<Optional<Integer>> third = startAndWait(lookup, "three");

    goOn.countDown();

    assertThatThrownBy(first::get).hasCause(down);
    assertThatThrownBy(second::get).hasCause(down);
    assertThatThrownBy(third::get).hasCause(down);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> lookup.find("one"));
  }

  private Map<String, Integer> slowly(Set<String> keys) {
    queries.add(Set.copyOf(keys));
    begun.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return NUMBERS;
  }

  private static FutureTask<Optional<Integer>> start(
      BatchedLookup<String, Integer> lookup, String key) {
    FutureTask<Optional<Integer>> task = new FutureTask<>(() -> lookup.find(key));
    Thread.ofVirtual().start(task);
    return task;
  }

  /** Returns when the thread can do nothing any more but wait for the others. */
  private static FutureTask<Optional<Integer>> startAndWait(
      BatchedLookup<String, Integer> lookup, String key) {
    FutureTask<Optional<Integer>> task = new FutureTask<>(() -> lookup.find(key));
    Thread thread = Thread.ofVirtual().start(task);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }
}
