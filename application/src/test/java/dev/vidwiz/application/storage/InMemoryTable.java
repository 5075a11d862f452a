package dev.vidwiz.application.storage;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys. To be used within a transaction only, which it takes part in.
 */
public final class InMemoryTable<K extends Comparable<K>, R> {

  private final InMemoryTransactions transactions;
  private final TreeMap<K, R> rows = new TreeMap<>();
  private long lastId;

  /** Makes an empty table. */
  public InMemoryTable(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  /** Returns an id that was never used. */
  public long nextId() {
    return ++lastId;
  }

  /** Returns the row with this key. */
  public Optional<R> get(K key) {
    return Optional.ofNullable(rows.get(key));
  }

  /** Returns a copy of all rows. */
  public Stream<R> rows() {
    return rows.values().stream().toList().stream();
  }

  /** Returns a copy of all keys. */
  public Stream<K> keys() {
    return List.copyOf(rows.keySet()).stream();
  }

  /** Adds or replaces a row and returns it. */
  public R put(K key, R row) {
    restoreOnRollback(key, rows.put(key, row));
    return row;
  }

  /** Removes a row, if it is there. */
  public void remove(K key) {
    restoreOnRollback(key, rows.remove(key));
  }

  private void restoreOnRollback(K key, @Nullable R before) {
    transactions.onRollback(
        () -> {
          if (before == null) {
            rows.remove(key);
          } else {
            rows.put(key, before);
          }
        });
  }
}
