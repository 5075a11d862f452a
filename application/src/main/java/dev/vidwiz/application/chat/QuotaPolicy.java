package dev.vidwiz.application.chat;

import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.application.observer.Quota;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.network.AddressPrefix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Decides which quotas a message counts against. {@code spend} and {@code refund} need a
 * transaction.
 */
final class QuotaPolicy {

  /** One quota that a message counts against. */
  private record Limit(Quota quota, String subject, int messages) {}

  private final Quotas quotas;
  private final WizSettings settings;

  QuotaPolicy(Quotas quotas, WizSettings settings) {
    this.quotas = quotas;
    this.settings = settings;
  }

  /** Returns the quota that is spent, if there is one. */
  Optional<SpentQuota> spent(Owner owner, AddressPrefix address, Instant now) {
    return limits(owner, address).stream()
        .filter(limit -> quotas.used(limit.subject(), day(now)) >= limit.messages())
        .findFirst()
        .map(limit -> spent(limit, now));
  }

  /** Counts a message against all its quotas, or against none and returns the one that is spent. */
  Optional<SpentQuota> spend(Owner owner, AddressPrefix address, Instant now) {
    List<Limit> limits = limits(owner, address);
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      if (!quotas.spendIfLeft(limit.subject(), day(now), limit.messages())) {
        limits.subList(0, i).forEach(taken -> quotas.refund(taken.subject(), day(now)));
        return Optional.of(spent(limit, now));
      }
    }
    return Optional.empty();
  }

  /** Takes back what a message that was accepted at this time counted. */
  void refund(Owner owner, AddressPrefix address, Instant accepted) {
    limits(owner, address).forEach(limit -> quotas.refund(limit.subject(), day(accepted)));
  }

  private List<Limit> limits(Owner owner, AddressPrefix address) {
    return switch (owner) {
      case Owner.RegisteredUser(long id) ->
          List.of(new Limit(Quota.USER, "user:" + id, settings.userDailyQuota()));
      case Owner.Guest(String sessionId) ->
          List.of(
              new Limit(Quota.GUEST, "guest:" + sessionId, settings.guestDailyQuota()),
              new Limit(
                  Quota.GUEST_ADDRESS, "address:" + address, settings.guestAddressDailyQuota()));
    };
  }

  private static SpentQuota spent(Limit limit, Instant now) {
    return new SpentQuota(limit.messages(), limit.quota(), DailyLimitException.resetIn(now));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
