package dev.vidwiz.persistence.postgres;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Concurrent lookups share one query. A few queries run at a time. Calls meanwhile gather in a
 * batch, whose query starts after all of them, so that no result is older than its call.
 * Thread-safe.
 *
 * @param <K> the key
 * @param <V> the value
 */
public final class BatchedLookup<K, V> {

  private final Function<Set<K>, Map<K, V>> query;
  private final Semaphore permits;
  private @Nullable Batch gathering;

  /**
   * Creates a lookup.
   *
   * @param query returns the values of one or more keys
   * @param atOnce the maximum number of concurrent queries
   */
  public BatchedLookup(Function<Set<K>, Map<K, V>> query, int atOnce) {
    this.query = query;
    this.permits = new Semaphore(atOnce);
  }

  /**
   * Returns the value of a key.
   *
   * @throws RuntimeException what the query threw
   */
  public Optional<V> find(K key) {
    Batch own = new Batch();
    Batch batch = join(own, key);
    if (batch == own) {
      ask(batch);
    }
    return batch.found(key);
  }

  private synchronized Batch join(Batch own, K key) {
    Batch batch = gathering == null ? own : gathering;
    batch.keys.add(key);
    gathering = batch;
    return batch;
  }

  private void ask(Batch batch) {
    permits.acquireUninterruptibly();
    synchronized (this) {
      gathering = null;
    }
    try {
      batch.answer.complete(query.apply(batch.keys));
    } catch (Throwable e) {
      batch.answer.completeExceptionally(e);
    } finally {
      permits.release();
    }
  }

  private final class Batch {

    private final Set<K> keys = new HashSet<>();
    private final CompletableFuture<Map<K, V>> answer = new CompletableFuture<>();

    Optional<V> found(K key) {
      try {
        return Optional.ofNullable(answer.join().get(key));
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException failure ? failure : e;
      }
    }
  }
}
