package dev.vidwiz.http.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes of all bodies that are being received or read, so that they never take more
 * memory than there is. An address, for this purpose, is an IPv4 address or an IPv6 network of 64
 * bits, which one customer has to themselves. Thread-safe.
 */
public final class BodiesInFlight {

  private static final int NETWORK_BYTES = 8;

  private final long max;
  private final long maxOfAddress;
  private final AtomicLong total = new AtomicLong();
  private final ConcurrentHashMap<String, Long> byAddress = new ConcurrentHashMap<>();

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
  public Share begin(String address) {
    return new Share(network(address));
  }

  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address ip
          ? HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /** The bytes of one body. Thread-safe. */
  public final class Share {

    private final String address;
    private long bytes;
    private boolean released;

    private Share(String address) {
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
