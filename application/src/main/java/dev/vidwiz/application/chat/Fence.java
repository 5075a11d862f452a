package dev.vidwiz.application.chat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt tells a model about a video, between the lines BEGIN and END. Everything that came
 * from outside stands there, the title too: users set it. No text can end the fence.
 */
public final class Fence {

  private static final String BEGIN = "BEGIN";
  private static final String END = "END";

  private Fence() {}

  /**
   * Returns the fence with all that is in it, ending with a line end.
   *
   * @param title null when there is none
   * @param material the lines after it
   */
  public static String around(@Nullable String title, List<String> material) {
    String named = title == null ? "" : "Title of the video: " + oneLine(title) + "\n";
    return BEGIN
        + "\n"
        + named
        + material.stream().map(line -> harmless(line) + "\n").collect(Collectors.joining())
        + END
        + "\n";
  }

  private static String harmless(String line) {
    String words = oneLine(line);
    return words.equals(BEGIN) || words.equals(END) ? "- " + words : words;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\v\\p{Cc}]+", " ").strip();
  }
}
