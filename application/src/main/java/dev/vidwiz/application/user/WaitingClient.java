package dev.vidwiz.application.user;

import dev.vidwiz.domain.network.AddressPrefix;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * For whom a slow piece of work is done.
 *
 * @param address where the request came from
 * @param hasGone tells whether nobody waits for the outcome any more; asked by the thread that
 *     brought the request, again and again
 */
public record WaitingClient(AddressPrefix address, BooleanSupplier hasGone) {
  /** Rejects null. */
  public WaitingClient {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(hasGone, "hasGone");
  }

  /** A caller within the program, who stays. */
  public static final WaitingClient LOCAL = new WaitingClient(AddressPrefix.NONE, () -> false);
}
