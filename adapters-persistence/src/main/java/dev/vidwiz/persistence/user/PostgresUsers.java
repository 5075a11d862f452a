package dev.vidwiz.persistence.user;

import dev.vidwiz.domain.user.User;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.BatchedLookup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users in PostgreSQL. Concurrent lookups share one query. */
public final class PostgresUsers extends JdbiUsers {

  static final String FIND_ALL = "SELECT " + COLUMNS + " FROM users WHERE id = ANY (:ids)";

  private static final int AT_ONCE = 4;

  private final JdbiTransactions transactions;
  private final BatchedLookup<Long, User> byId = new BatchedLookup<>(this::findAll, AT_ONCE);

  /** Joins the given transactions. */
  public PostgresUsers(JdbiTransactions transactions) {
    super(transactions);
    this.transactions = transactions;
  }

  @Override
  public Optional<User> find(long id) {
    return transactions.isOpen() ? super.find(id) : byId.find(id);
  }

  private Map<Long, User> findAll(Set<Long> ids) {
    return transactions.read(
        handle ->
            handle
                .createQuery(FIND_ALL)
                .bind("ids", ids.toArray(Long[]::new))
                .map(new UserMapper())
                .collect(Collectors.toMap(User::id, Function.identity())));
  }
}
