package dev.vidwiz.domain.input;

/** Why an input was refused; {@code message} is for the person who sent it. */
public record Refusal(Reason reason, String message) {

  /** The kind of rule that was violated. */
  public enum Reason {
    TOO_SHORT,
    TOO_LONG,
    INVALID
  }
}
