package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * What is said in a video, as a file of captions tells it.
 *
 * @param segments in the order of the file; none when nothing is said
 */
public record CaptionFile(List<Segment> segments) {

  /** The most bytes that a file may have. Captions of a day have about 4 MiB. */
  public static final int MAX_BYTES = Captions.MAX_BYTES;

  /** Copies the segments. */
  public CaptionFile {
    segments = List.copyOf(segments);
  }

  /**
   * Reads WebVTT, SubRip, json3, the XML forms of YouTube, or a JSON array of {@code text}, {@code
   * offset} or {@code start}, and {@code duration}, times in seconds. The content tells which one.
   */
  public static Parsed<CaptionFile> parse(String content) {
    String text = Captions.withoutMark(content);
    Captions captions = new Captions();
    try {
      boolean known =
          text.startsWith("[")
              ? TranscriptEntries.read(text, captions)
              : text.isEmpty() || CaptionForms.read(text, captions);
      if (known) {
        return Parsed.accepted(new CaptionFile(captions.segments()));
      }
    } catch (JsonProcessingException | XMLStreamException e) {
      // Not what it looked like.
    }
    return Parsed.refused(
        Refusal.Reason.INVALID,
        "must be WebVTT (.vtt), SubRip (.srt), YouTube's json3 or XML, or a JSON array of"
            + " {text, offset or start, duration}");
  }

  /** Returns the transcript as a server stores it. */
  public JsonText transcript() {
    return TranscriptEntries.write(segments);
  }
}
