package dev.vidwiz.llm;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a server differs from OpenAI's. Those with a pattern are found by what it refuses, and later
 * requests spare it that.
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
  THINKS_ALOUD("thinks aloud, which is left out", null),
  CONTENT_IN_PARTS("sends content in parts", null),
  WHOLE_MESSAGES("sends whole messages", null);

  private final String description;
  private final @Nullable Pattern refusal;

  Trait(String description, @Nullable String refusal) {
    this.description = description;
    this.refusal =
        refusal == null
            ? null
            : Pattern.compile(refusal, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Returns what follows from a refusal; empty when nothing that is not known. */
  static Optional<Trait> refused(String detail, Set<Trait> known) {
    return Stream.of(values())
        .filter(trait -> trait.refusal != null && trait.refusal.matcher(detail).find())
        .filter(trait -> !known.contains(trait))
        .findFirst();
  }

  @Override
  public String toString() {
    return description;
  }
}
