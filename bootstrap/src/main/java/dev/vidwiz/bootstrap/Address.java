package dev.vidwiz.bootstrap;

import java.util.Set;

/** Creates the URL at which a browser on the same machine reaches a server. */
final class Address {

  private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private Address() {}

  static String of(String host, int port) {
    String name = EVERY_INTERFACE.contains(host) ? "127.0.0.1" : host;
    return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
  }
}
