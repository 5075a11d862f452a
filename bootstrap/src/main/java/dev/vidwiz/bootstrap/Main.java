package dev.vidwiz.bootstrap;

/** The command line's entry. */
public final class Main {
  private Main() {}

  static void main() {
    String version = Main.class.getPackage().getImplementationVersion();
    System.out.println("vidwiz " + (version == null ? "(not packaged)" : version));
  }
}
