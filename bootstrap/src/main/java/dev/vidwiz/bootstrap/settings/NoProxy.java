package dev.vidwiz.bootstrap.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The hosts that are reached without a proxy: names with their subdomains, with or without a
 * leading dot, addresses and networks, each with an optional port, or {@code *} for all. Names are
 * not resolved. Unknown forms, which other programs have, match nothing.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROXY.html">NO_PROXY as curl reads it</a>
 */
public record NoProxy(List<Rule> rules) {

  /** No hosts. */
  public static final NoProxy NONE = new NoProxy(List.of());

  /** This machine. */
  public static final NoProxy THIS_MACHINE = parse("localhost,127.0.0.0/8,::1");

  /** Matches a host, without brackets, and a port. */
  public interface Rule extends BiPredicate<String, Integer> {}

  /** Returns whether a host is reached without a proxy; an IPv6 address may be in brackets. */
  public boolean covers(String host, int port) {
    String name = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return rules.stream().anyMatch(rule -> rule.test(name, port));
  }

  static NoProxy parse(String text) {
    return new NoProxy(
        Stream.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
            .filter(entry -> !entry.isEmpty())
            .map(NoProxy::rule)
            .toList());
  }

  private static Rule rule(String entry) {
    if (entry.equals("*")) {
      return (host, port) -> true;
    }
    if (entry.matches("[0-9a-f:.]+/\\d+") || isAddress(entry)) {
      return network(entry);
    }
    String host = entry.replaceFirst(":\\d{1,5}$", "");
    if (!host.equals(entry)) {
      int only = Integer.parseInt(entry.substring(host.length() + 1));
      Rule anyPort = rule(host);
      return (name, port) -> port == only && anyPort.test(name, port);
    }
    String bare = entry.replaceAll("[\\[\\]]", "");
    return isAddress(bare) ? network(bare) : domain(entry.replaceFirst("^\\*?\\.", ""));
  }

  private static Rule network(String entry) {
    Network network = Network.parse(entry);
    return (host, port) -> isAddress(host) && network.contains(InetAddress.ofLiteral(host));
  }

  private static Rule domain(String name) {
    return (host, port) -> host.equals(name) || host.endsWith("." + name);
  }

  private static boolean isAddress(String text) {
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
