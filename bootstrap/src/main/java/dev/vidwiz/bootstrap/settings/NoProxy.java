package dev.vidwiz.bootstrap.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What is reached without a proxy: names with all below them, with a dot in front or without,
 * addresses, networks, each with a port or for all, and {@code *} for everything. Names are not
 * looked up. What is none of these covers nothing, as other programs have their own forms.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROXY.html">NO_PROXY as curl reads it</a>
 */
public record NoProxy(List<Rule> rules) {

  /** Nothing. */
  public static final NoProxy NONE = new NoProxy(List.of());

  /** Whatever is on this machine. */
  public static final NoProxy THIS_MACHINE = parse("localhost,127.0.0.0/8,::1");

  /** Covers a host, named without brackets, and a port. */
  public interface Rule extends BiPredicate<String, Integer> {}

  /** Tells whether a host, with an IPv6 address in brackets or not, is reached without a proxy. */
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
