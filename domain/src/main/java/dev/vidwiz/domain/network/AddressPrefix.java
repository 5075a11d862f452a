package dev.vidwiz.domain.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What one caller on the network can be told apart by: an IPv4 address, or the first 64 bits of an
 * IPv6 address, whose rest every host chooses as it likes. All limits and quotas count by it.
 *
 * @param value {@code 192.0.2.1} or {@code 2001:db8:1:2::/64}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.5.1">RFC 4291, 2.5.1</a>
 */
public record AddressPrefix(String value) {
  /** Rejects null. */
  public AddressPrefix {
    Objects.requireNonNull(value, "value");
  }

  /** Of who calls within the program, or over what has no addresses. */
  public static final AddressPrefix NONE = new AddressPrefix("none");

  private static final int IPV4_BYTES = 4;
  private static final int PREFIX_BYTES = 8;

  /** {@code 64:ff9b::/96}, by which translators show IPv4 addresses: RFC 6052, 2.1. */
  private static final byte[] TRANSLATED = {
    0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0
  };

  /** Returns the prefix of an address. An IPv4 address within an IPv6 address counts as itself. */
  public static AddressPrefix of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == IPV4_BYTES) {
      return new AddressPrefix(text(bytes));
    }
    if (Arrays.equals(bytes, 0, TRANSLATED.length, TRANSLATED, 0, TRANSLATED.length)) {
      return new AddressPrefix(text(Arrays.copyOfRange(bytes, TRANSLATED.length, bytes.length)));
    }
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < PREFIX_BYTES; i += 2) {
      int group = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
      prefix.append(Integer.toHexString(group)).append(':');
    }
    return new AddressPrefix(prefix + ":/64");
  }

  private static String text(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address of four bytes", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
