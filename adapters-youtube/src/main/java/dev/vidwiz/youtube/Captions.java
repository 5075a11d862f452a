package dev.vidwiz.youtube;

import dev.vidwiz.domain.transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The segments of captions, as they are read. For one thread. */
record Captions(List<Segment> segments) {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u200b\ufeff]+");

  Captions() {
    this(new ArrayList<>());
  }

  /**
   * Reads captions that YouTube sends.
   *
   * @throws Refusal when nothing is said in them, or when they have an unknown format
   */
  static List<Segment> parse(String body) throws Refusal {
    String text = CaptionFile.withoutMark(body);
    if (text.isEmpty()) {
      throw Refusal.withheld("empty captions");
    }
    // YouTube sends no arrays.
    CaptionFile file = text.startsWith("[") ? null : CaptionFile.read(text);
    if (file == null) {
      throw Refusal.withheld("captions in an unknown form");
    }
    if (file.segments().isEmpty()) {
      throw Refusal.noCaptions();
    }
    return file.segments();
  }

  /** Adds a caption, unless nothing is said in it or its offset is no time. */
  void add(double offset, double duration, String encoded) {
    addPlain(offset, duration, plain(encoded));
  }

  /** Adds a caption whose text is neither encoded nor marked up. */
  void addPlain(double offset, double duration, String text) {
    if (!text.isEmpty() && offset >= 0 && Double.isFinite(offset)) {
      boolean known = duration >= 0 && Double.isFinite(offset + duration);
      segments.add(new Segment(offset, known ? duration : 0, text));
    }
  }

  /** Decodes twice, as YouTube encodes some captions twice, and removes markup. */
  static String plain(String encoded) {
    String decoded = HtmlEntities.decode(HtmlEntities.decode(encoded));
    String untagged = TAG.matcher(decoded).replaceAll("");
    return PlainText.of(BLANKS.matcher(untagged).replaceAll(" "), Integer.MAX_VALUE);
  }
}
