package dev.vidwiz.bootstrap;

/** The version of the program. */
final class Version {

  private Version() {}

  /** Returns the version of the package that runs. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
