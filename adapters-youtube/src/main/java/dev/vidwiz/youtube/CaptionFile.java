package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The captions in a file.
 *
 * @param segments in the order of the file; empty when the captions have no text
 */
public record CaptionFile(List<Segment> segments) {

  /** The maximum size of a file in bytes. Captions of 24 hours have about 4 MiB. */
  public static final int MAX_BYTES = 16 << 20;

  /** Copies the segments. */
  public CaptionFile {
    segments = List.copyOf(segments);
  }

  /**
   * Reads WebVTT, SubRip, json3, the XML formats of YouTube, or a JSON array of {@code text},
   * {@code offset} or {@code start}, and {@code duration}, in seconds. The format is detected from
   * the content; an unknown format is refused.
   */
  public static Parsed<CaptionFile> parse(String content) {
    CaptionFile file = read(withoutByteOrderMark(content));
    return file != null
        ? Parsed.accepted(file)
        : Parsed.refused(
            Refusal.Reason.INVALID,
            "must be WebVTT (.vtt), SubRip (.srt), YouTube's json3 or XML, or a JSON array of"
                + " {text, offset or start, duration}");
  }

  /** Reads a text without a byte order mark; null when its format is unknown. */
  static @Nullable CaptionFile read(String text) {
    Captions captions = new Captions();
    try {
      boolean known =
          switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case ' ' -> true;
            case '[' -> TranscriptEntries.read(text, captions);
            case '{' -> JsonCaptions.read(text, captions);
            case '<' -> XmlCaptions.read(text, captions);
            default -> CueCaptions.read(text, captions);
          };
      return known ? new CaptionFile(captions.segments()) : null;
    } catch (JsonProcessingException | XMLStreamException e) {
      return null;
    }
  }

  /** Removes the byte order mark, and white space at both ends. */
  static String withoutByteOrderMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1).strip() : text.strip();
  }

  /** Returns the transcript in the format that servers store. */
  public JsonText transcript() {
    return TranscriptEntries.write(segments);
  }
}
