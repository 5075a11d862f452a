package dev.vidwiz.llm;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A difference of a server from OpenAI's API, with the pattern of error messages that show it.
 * Later requests take it into account. {@code (?!)} matches nothing: no error message shows the
 * trait.
 */
enum Trait {
  MAX_COMPLETION_TOKENS("takes max_completion_tokens in place of max_tokens", "max_?tokens"),
  NO_TOKEN_LIMIT("takes no limit of tokens", "max_?(completion_?|output_?|new_?)?tokens"),
  NO_STREAM_OPTIONS("takes no stream_options", "stream_?options|include_?usage"),
  NO_STREAM("does not stream", "\\bstream\\b"),
  NO_SYSTEM_ROLE(
      "takes no system role",
      "system.{0,80}\\b(role|message|prompt|instruction)|role\\b.{0,60}system"
          + "|developer instruction|roles? must alternate|messages\\W*0\\W*role"),
  THINKS_ALOUD("thinks aloud, which is left out", "(?!)"),
  CONTENT_IN_PARTS("sends content in parts", "(?!)"),
  WHOLE_MESSAGES("sends whole messages", "(?!)");

  private final String description;
  private final Pattern refusal;

  Trait(String description, String refusal) {
    this.description = description;
    this.refusal = Pattern.compile("(?is)" + refusal);
  }

  /**
   * Returns the trait that an error message shows; empty when there is none beyond {@code known}.
   */
  static Optional<Trait> refused(String detail, Set<Trait> known) {
    return Stream.of(values())
        .filter(trait -> trait.refusal.matcher(detail).find() && !known.contains(trait))
        .findFirst();
  }

  @Override
  public String toString() {
    return description;
  }
}
