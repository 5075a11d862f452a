package dev.vidwiz.bootstrap.settings;

import java.math.BigInteger;
import java.net.InetAddress;

/** Addresses that share their first bits (CIDR, RFC 4632). */
public record Network(InetAddress address, int prefixLength) {

  /** Tells whether an address is one of these. */
  public boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    return ours.length == theirs.length
        && new BigInteger(1, ours)
            .xor(new BigInteger(1, theirs))
            .shiftRight(ours.length * Byte.SIZE - prefixLength)
            .equals(BigInteger.ZERO);
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
      // Told below, as a prefix out of bounds is.
    }
    throw new BadValue("must be networks such as 10.0.0.0/8, or none; \"" + text + "\" is neither");
  }
}
