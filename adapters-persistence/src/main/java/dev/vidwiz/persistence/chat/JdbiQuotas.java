package dev.vidwiz.persistence.chat;

import dev.vidwiz.application.chat.Quotas;
import dev.vidwiz.persistence.database.Batches;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** Quotas in the table {@code quotas}. */
public final class JdbiQuotas implements Quotas {

  /** One statement, so that concurrent calls wait for the row lock and see the new count. */
  private static final String SPEND_IF_LEFT =
      """
      INSERT INTO quotas (subject, day, used)
      SELECT :subject, :day, 1 WHERE :limit > 0
      ON CONFLICT (subject, day) DO UPDATE SET used = quotas.used + 1
      WHERE quotas.used < :limit
      """;

  private static final String USED =
      "SELECT used FROM quotas WHERE subject = :subject AND day = :day";

  private static final String HIGHEST =
      """
      SELECT subject, used FROM quotas WHERE day = :day AND used > 0
      ORDER BY used DESC LIMIT :limit
      """;

  private static final String REFUND =
      """
      UPDATE quotas SET used = used - 1
      WHERE subject = :subject AND day = :day AND used > 0
      """;

  static final String REMOVE_BEFORE =
      """
      DELETE FROM quotas
      WHERE (subject, day) IN (SELECT subject, day FROM quotas
                               WHERE day < :day
                               ORDER BY day
                               LIMIT :limit)
      """;

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiQuotas(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean spendIfLeft(String subject, LocalDate day, int limit) {
    return transactions.update(
            SPEND_IF_LEFT, update -> of(update, subject, day).bind("limit", limit))
        > 0;
  }

  @Override
  public int used(String subject, LocalDate day) {
    RecordMapper<Integer> used = row -> row.getInt("used");
    return transactions.find(USED, used, query -> of(query, subject, day)).orElse(0);
  }

  @Override
  public List<Use> highest(LocalDate day, int limit) {
    RecordMapper<Use> use = row -> new Use(row.getText("subject"), row.getInt("used"));
    return transactions.list(
        HIGHEST, use, query -> query.bind("day", day.toString()).bind("limit", limit));
  }

  @Override
  public void refund(String subject, LocalDate day) {
    transactions.update(REFUND, update -> of(update, subject, day));
  }

  @Override
  public void removeBefore(LocalDate day) {
    Batches.remove(transactions, REMOVE_BEFORE, update -> update.bind("day", day.toString()));
  }

  private static <S extends SqlStatement<S>> S of(S statement, String subject, LocalDate day) {
    return statement.bind("subject", subject).bind("day", day.toString());
  }
}
