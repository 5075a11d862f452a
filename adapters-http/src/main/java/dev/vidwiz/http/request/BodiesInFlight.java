package dev.vidwiz.http.request;

import dev.vidwiz.domain.network.AddressPrefix;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory of all request bodies that are in progress. Thread-safe. */
public final class BodiesInFlight {

  private final long max;
  private final long maxOfAddress;
  private final AtomicLong total = new AtomicLong();
  private final ConcurrentHashMap<AddressPrefix, Long> byAddress = new ConcurrentHashMap<>();

  /**
   * Counts from zero.
   *
   * @param max bytes of all bodies together; 0 is no limit
   * @param maxOfAddress bytes of the bodies that come from one address; 0 is no limit
   */
  public BodiesInFlight(long max, long maxOfAddress) {
    this.max = max == 0 ? Long.MAX_VALUE : max;
    this.maxOfAddress = maxOfAddress == 0 ? Long.MAX_VALUE : maxOfAddress;
  }

  /** Returns the count of one more body, zero so far. */
  public Share start(AddressPrefix address) {
    return new Share(address);
  }

  /** The bytes of one body. Thread-safe. */
  public final class Share {

    private final AddressPrefix address;
    private long bytes;
    private boolean released;

    private Share(AddressPrefix address) {
      this.address = address;
    }

    /** Tells whether no more may be read, of this body or of any other of its address. */
    public boolean isBeyondLimit() {
      return total.get() > max || byAddress.getOrDefault(address, 0L) > maxOfAddress;
    }

    /** Counts bytes that have been read; none after the release. */
    public synchronized void add(int count) {
      if (!released) {
        bytes += count;
        total.addAndGet(count);
        byAddress.merge(address, (long) count, Long::sum);
      }
    }

    /** Counts this body no more; does nothing the second time. */
    public synchronized void release() {
      if (!released) {
        released = true;
        total.addAndGet(-bytes);
        byAddress.computeIfPresent(address, (a, sum) -> sum == bytes ? null : sum - bytes);
      }
    }
  }
}
