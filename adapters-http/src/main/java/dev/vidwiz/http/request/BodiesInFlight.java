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
   * @param maxOfAddress bytes of all bodies from one address; 0 is no limit
   */
  public BodiesInFlight(long max, long maxOfAddress) {
    this.max = max == 0 ? Long.MAX_VALUE : max;
    this.maxOfAddress = maxOfAddress == 0 ? Long.MAX_VALUE : maxOfAddress;
  }

  /** Returns the bytes of all bodies in progress. */
  public long bytes() {
    return total.get();
  }

  /** Starts the count of another body at zero. */
  public Share start(AddressPrefix address) {
    return new Share(address);
  }

  /** The bytes of one body. Thread-safe. */
  public final class Share {

    private final AddressPrefix address;
    private long bytes;
    private boolean released;
    private volatile boolean beyondLimit;

    private Share(AddressPrefix address) {
      this.address = address;
    }

    /**
     * Returns whether a limit was exceeded when bytes of this body were added, so that it must not
     * be read further. The bytes of others do not end a body.
     */
    public boolean isBeyondLimit() {
      return beyondLimit;
    }

    /** Adds bytes that have been read. After the release this does nothing. */
    public synchronized void add(int count) {
      if (!released) {
        bytes += count;
        long all = total.addAndGet(count);
        long ofAddress = byAddress.merge(address, (long) count, Long::sum);
        beyondLimit |= all > max || ofAddress > maxOfAddress;
      }
    }

    /** Removes this body from the count. A second call does nothing. */
    public synchronized void release() {
      if (!released) {
        released = true;
        total.addAndGet(-bytes);
        byAddress.computeIfPresent(address, (a, sum) -> sum == bytes ? null : sum - bytes);
      }
    }
  }
}
