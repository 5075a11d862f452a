package dev.vidwiz.domain.video;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.input.TextRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of the questions to ask about a video. */
public final class SuggestedQuestions {

  /** How many a summary comes with. */
  public static final int COUNT = 3;

  /** How many can be stored: another program may have had more. */
  public static final int MAX_COUNT = 20;

  private static final TextRule LENGTH = new TextRule(1, 500);

  private SuggestedQuestions() {}

  /** Parses one question; blanks around it are removed. */
  public static Parsed<String> parse(String question) {
    return LENGTH.check(Blank.strip(question));
  }

  /** Refuses questions that differ in letter case only, or are too many or none. */
  public static Parsed<List<String>> checkAll(List<String> questions) {
    Set<String> folded = new HashSet<>();
    if (!questions.stream().map(Title::fold).allMatch(folded::add)) {
      return Parsed.refused(Refusal.Reason.INVALID, "must not have a question twice");
    }
    return questions.isEmpty() || questions.size() > MAX_COUNT
        ? Parsed.refused(Refusal.Reason.INVALID, "must have 1 to " + MAX_COUNT + " questions")
        : Parsed.accepted(List.copyOf(questions));
  }
}
