package dev.vidwiz.youtube;

import dev.vidwiz.domain.transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the segments of captions. For one thread. */
record Captions(List<Segment> segments) {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u200b\ufeff]+");

  Captions() {
    this(new ArrayList<>());
  }

  /**
   * Reads captions of YouTube.
   *
   * @throws Refusal if they have no text or an unknown format
   */
  static List<Segment> parse(String body) throws Refusal {
    String text = CaptionFile.withoutByteOrderMark(body);
    if (text.isEmpty()) {
      throw Refusal.withheld("empty captions");
    }
    // YouTube does not send arrays.
    CaptionFile file = text.startsWith("[") ? null : CaptionFile.read(text);
    if (file == null) {
      throw Refusal.withheld("captions in an unknown format");
    }
    if (file.segments().isEmpty()) {
      throw Refusal.noCaptions();
    }
    return file.segments();
  }

  /** Adds a segment, unless it has no text or an invalid offset. */
  void add(double offset, double duration, String encoded) {
    addPlain(offset, duration, plain(encoded));
  }

  /** Adds a segment whose text has neither entities nor markup. */
  void addPlain(double offset, double duration, String text) {
    if (!text.isEmpty() && offset >= 0 && Double.isFinite(offset)) {
      boolean known = duration >= 0 && Double.isFinite(offset + duration);
      segments.add(new Segment(offset, known ? duration : 0, text));
    }
  }

  /** Removes markup, and decodes entities twice, as YouTube encodes some captions twice. */
  static String plain(String encoded) {
    String decoded = HtmlEntities.decode(HtmlEntities.decode(encoded));
    String untagged = TAG.matcher(decoded).replaceAll("");
    return PlainText.of(BLANKS.matcher(untagged).replaceAll(" "), Integer.MAX_VALUE);
  }
}
