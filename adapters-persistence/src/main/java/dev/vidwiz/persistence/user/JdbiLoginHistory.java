package dev.vidwiz.persistence.user;

import dev.vidwiz.application.user.LoginHistory;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.persistence.database.Batches;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Logins in the table rate_limits, in rows of their own: one for the failures of an account, and
 * one for each address from which its user has signed in. Addresses are kept as hashes.
 */
public final class JdbiLoginHistory implements LoginHistory {

  private static final String FIND =
      "SELECT state FROM rate_limits WHERE id = :id AND expires_at > :now";

  /** A row that is forgotten counts as none. */
  private static final String STORE_IF_NONE =
      """
      INSERT INTO rate_limits (id, state, expires_at) VALUES (:id, :state, :until)
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, expires_at = excluded.expires_at
      WHERE rate_limits.expires_at <= :now
      """;

  private static final String REPLACE =
      """
      UPDATE rate_limits SET state = :state, expires_at = :until
      WHERE id = :id AND state = :known AND expires_at > :now
      """;

  private static final String REMEMBER =
      """
      INSERT INTO rate_limits (id, state, expires_at) VALUES (:id, :state, :until)
      ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at
      """;

  static final String REMOVE_FORGOTTEN =
      """
      DELETE FROM rate_limits
      WHERE id IN (SELECT id FROM rate_limits
                   WHERE expires_at <= :now AND id LIKE 'login %'
                   ORDER BY expires_at
                   LIMIT :limit)
        AND expires_at <= :now
      """;

  private static final byte[] NOTHING = {};

  private static final RowMapper<byte[]> STATE = (row, context) -> row.getBytes("state");

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiLoginHistory(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Instant> failures(Email account, Instant now) {
    return find(failuresOf(account), now).map(JdbiLoginHistory::times).orElseGet(List::of);
  }

  @Override
  public boolean replaceFailures(
      Email account, List<Instant> known, List<Instant> failures, Instant now, Instant until) {
    return transactions.update(
            known.isEmpty() ? STORE_IF_NONE : REPLACE,
            update -> {
              update
                  .bind("id", failuresOf(account))
                  .bind("state", bytes(failures))
                  .bind("until", micros(until))
                  .bind("now", micros(now));
              if (!known.isEmpty()) {
                update.bind("known", bytes(known));
              }
            })
        > 0;
  }

  @Override
  public void signedIn(Email account, AddressPrefix address, Instant until) {
    transactions.update(
        REMEMBER,
        update ->
            update
                .bind("id", placeOf(account, address))
                .bind("state", NOTHING)
                .bind("until", micros(until)));
  }

  @Override
  public boolean hasSignedIn(Email account, AddressPrefix address, Instant now) {
    return find(placeOf(account, address), now).isPresent();
  }

  @Override
  public void removeForgotten(Instant now) {
    Batches.remove(transactions, REMOVE_FORGOTTEN, update -> update.bind("now", micros(now)));
  }

  private Optional<byte[]> find(String id, Instant now) {
    return transactions.find(FIND, STATE, query -> query.bind("id", id).bind("now", micros(now)));
  }

  private static String failuresOf(Email account) {
    return "login failures " + hash(account.value());
  }

  private static String placeOf(Email account, AddressPrefix address) {
    return "login place " + hash(account.value() + " " + address.value());
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has this algorithm", e);
    }
  }

  private static byte[] bytes(List<Instant> times) {
    ByteBuffer bytes = ByteBuffer.allocate(times.size() * Long.BYTES);
    times.forEach(time -> bytes.putLong(micros(time)));
    return bytes.array();
  }

  private static List<Instant> times(byte[] bytes) {
    List<Instant> times = new ArrayList<>();
    LongBuffer micros = ByteBuffer.wrap(bytes).asLongBuffer();
    while (micros.hasRemaining()) {
      times.add(Instant.EPOCH.plus(micros.get(), ChronoUnit.MICROS));
    }
    return times;
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
