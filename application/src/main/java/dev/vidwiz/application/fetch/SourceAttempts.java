package dev.vidwiz.application.fetch;

/**
 * Is told of each request to a source, for whoever counts them. Called on the thread that asked,
 * and so to be quick; nothing may be thrown. Thread-safe.
 */
@FunctionalInterface
public interface SourceAttempts {

  /** Cares for nothing. */
  SourceAttempts NONE = (source, outcome) -> {};

  /**
   * A source was asked. Both texts become values of labels: short, and few different ones.
   *
   * @param source which source, such as {@code android}
   * @param outcome what came of it, such as {@code found}
   */
  void attempted(String source, String outcome);
}
