package dev.vidwiz.application.user;

import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.user.Email;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logins in memory. */
public final class InMemoryLoginHistory implements LoginHistory {

  private record Failures(List<Instant> times, Instant until) {}

  private record Place(Email account, AddressPrefix address) {}

  private final Map<Email, Failures> failures = new HashMap<>();
  private final Map<Place, Instant> places = new HashMap<>();

  @Override
  public synchronized List<Instant> failures(Email account, Instant now) {
    Failures stored = failures.get(account);
    return stored == null || !stored.until().isAfter(now) ? List.of() : stored.times();
  }

  @Override
  public synchronized boolean replaceFailures(
      Email account, List<Instant> known, List<Instant> times, Instant now, Instant until) {
    boolean same = failures(account, now).equals(known);
    if (same) {
      failures.put(account, new Failures(List.copyOf(times), until));
    }
    return same;
  }

  @Override
  public synchronized void signedIn(Email account, AddressPrefix address, Instant until) {
    places.put(new Place(account, address), until);
  }

  @Override
  public synchronized boolean hasSignedIn(Email account, AddressPrefix address, Instant now) {
    Instant until = places.get(new Place(account, address));
    return until != null && until.isAfter(now);
  }

  @Override
  public synchronized void removeForgotten(Instant now) {
    failures.values().removeIf(stored -> !stored.until().isAfter(now));
    places.values().removeIf(until -> !until.isAfter(now));
  }
}
