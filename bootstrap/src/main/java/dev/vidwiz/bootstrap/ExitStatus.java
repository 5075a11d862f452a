package dev.vidwiz.bootstrap;

/**
 * The exit statuses of the program.
 *
 * @see <a href="https://man.freebsd.org/cgi/man.cgi?query=sysexits">sysexits(3)</a>
 */
final class ExitStatus {

  static final int OK = 0;
  static final int USAGE = 64;
  static final int BAD_DATA = 65;
  static final int NO_INPUT = 66;
  static final int UNAVAILABLE = 69;
  static final int SOFTWARE = 70;
  static final int CANNOT_CREATE = 73;
  static final int CONFIGURATION = 78;

  private ExitStatus() {}
}
