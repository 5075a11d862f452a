package dev.vidwiz.domain.video;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The YouTube id of a video: eleven letters, digits, {@code -} or {@code _}. */
public record VideoId(String value) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{11}");
  private static final Pattern URL =
      Pattern.compile("(?:(?i:https?)://)?([^/?#]+)(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");
  private static final Pattern PATH = Pattern.compile("/(?:shorts|live|embed)/([^/]+)/?");
  private static final Pattern SHORT_PATH = Pattern.compile("/([^/]+)/?");
  private static final Pattern VIDEO_PARAMETER = Pattern.compile("(?:^|&)v=([^&]*)");
  private static final Pattern PLAYLIST = Pattern.compile("[?&]list=");

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when {@code value} has another shape
   */
  public VideoId {
    Objects.requireNonNull(value, "value");
    if (!isId(value)) {
      throw new IllegalArgumentException("not a YouTube video id");
    }
  }

  /** Parses an id, or a YouTube URL that contains one. URLs of playlists are refused. */
  public static Parsed<VideoId> parse(String text) {
    String trimmed = Blank.strip(text);
    if (isId(trimmed)) {
      return Parsed.accepted(new VideoId(trimmed));
    }
    if (PLAYLIST.matcher(trimmed).find()) {
      return Parsed.refused(Refusal.Reason.INVALID, "playlist URLs are not supported");
    }
    return inUrl(trimmed)
        .filter(VideoId::isId)
        .map(id -> Parsed.accepted(new VideoId(id)))
        .orElseGet(
            () ->
                Parsed.refused(
                    Refusal.Reason.INVALID, "must be a YouTube video id or the URL of a video"));
  }

  private static Optional<String> inUrl(String text) {
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      return Optional.empty();
    }
    String host = withoutPort(url.group(1).toLowerCase(Locale.ROOT));
    String path = url.group(2) == null ? "" : url.group(2);
    if (host.equals("youtu.be")) {
      return firstGroup(SHORT_PATH, path);
    }
    if (!isYouTube(host)) {
      return Optional.empty();
    }
    if (path.equals("/watch") || path.equals("/watch/")) {
      Matcher parameter = VIDEO_PARAMETER.matcher(url.group(3) == null ? "" : url.group(3));
      return parameter.find() ? Optional.of(parameter.group(1)) : Optional.empty();
    }
    return firstGroup(PATH, path);
  }

  private static boolean isYouTube(String host) {
    return host.equals("youtube.com")
        || host.endsWith(".youtube.com")
        || host.equals("youtube-nocookie.com")
        || host.endsWith(".youtube-nocookie.com");
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d{1,5}$", "");
  }

  private static Optional<String> firstGroup(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
