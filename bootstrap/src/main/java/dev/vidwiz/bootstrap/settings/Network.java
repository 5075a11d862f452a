package dev.vidwiz.bootstrap.settings;

import java.math.BigInteger;
import java.net.InetAddress;

/** A network: addresses with a common prefix (CIDR, RFC 4632). */
public record Network(InetAddress address, int prefixLength) {

  private static final int IPV4_BYTES = 4;

  /** Returns whether an address is in this network. */
  public boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    return ours.length == theirs.length
        && new BigInteger(1, ours)
            .xor(new BigInteger(1, theirs))
            .shiftRight(ours.length * Byte.SIZE - prefixLength)
            .equals(BigInteger.ZERO);
  }

  /** Returns whether it is wider than the widest private network: 10.0.0.0/8 and fc00::/7. */
  boolean isWiderThanPrivate() {
    return prefixLength < (address.getAddress().length == IPV4_BYTES ? 8 : 7);
  }

  static Network parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int bits = address.getAddress().length * Byte.SIZE;
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      if (prefix >= 0 && prefix <= bits) {
        return new Network(address, prefix);
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like a prefix length out of range.
    }
    throw new BadValue("must be networks such as 10.0.0.0/8, or none; \"" + text + "\" is neither");
  }
}
