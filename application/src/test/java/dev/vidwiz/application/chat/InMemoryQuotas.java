package dev.vidwiz.application.chat;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Quotas in memory. */
public final class InMemoryQuotas implements Quotas {

  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, Integer> rows;

  /** Makes quotas of which nothing is used. */
  public InMemoryQuotas(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
  }

  @Override
  public boolean spendIfLeft(String subject, LocalDate day, int limit) {
    return transactions.inTransaction(
        () -> {
          int used = used(subject, day);
          if (used < limit) {
            rows.put(key(subject, day), used + 1);
          }
          return used < limit;
        });
  }

  @Override
  public List<Use> highest(LocalDate day, int limit) {
    String prefix = key("", day);
    return transactions.inTransaction(
        () ->
            rows.keys()
                .filter(key -> key.startsWith(prefix))
                .map(key -> new Use(key.substring(prefix.length()), rows.get(key).orElse(0)))
                .filter(use -> use.used() > 0)
                .sorted(Comparator.comparingInt(Use::used).reversed())
                .limit(limit)
                .toList());
  }

  @Override
  public int used(String subject, LocalDate day) {
    return transactions.inTransaction(() -> rows.get(key(subject, day)).orElse(0));
  }

  @Override
  public void refund(String subject, LocalDate day) {
    transactions.inTransaction(
        () -> rows.put(key(subject, day), Math.max(0, used(subject, day) - 1)));
  }

  @Override
  public void removeBefore(LocalDate day) {
    transactions.inTransaction(
        () ->
            rows.keys()
                .filter(key -> LocalDate.parse(key.substring(0, 10)).isBefore(day))
                .forEach(rows::remove));
  }

  private static String key(String subject, LocalDate day) {
    return day + " " + subject;
  }
}
