package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vidwiz.domain.transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads captions in any form that YouTube gives them. */
final class Captions {

  /** The most that captions may have. Those of a day have about 4 MiB. */
  static final int MAX_BYTES = 16 << 20;

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u200b\ufeff]+");

  private final List<Segment> segments = new ArrayList<>();

  Captions() {}

  /** Returns what was added. */
  List<Segment> segments() {
    return segments;
  }

  /**
   * Returns what is said.
   *
   * @throws Refusal when nothing is, or when the text is in no form of captions
   */
  static List<Segment> parse(String body) throws Refusal {
    Captions captions = new Captions();
    String text = withoutMark(body);
    if (text.isEmpty()) {
      throw Refusal.withheld("empty captions");
    }
    if (!captions.read(text)) {
      throw Refusal.withheld("captions in an unknown form");
    }
    if (captions.segments.isEmpty()) {
      throw Refusal.of(Refusal.Kind.NO_CAPTIONS, Reasons.NO_CAPTIONS);
    }
    return captions.segments;
  }

  private boolean read(String text) {
    try {
      return CaptionForms.read(text, this);
    } catch (JsonProcessingException | XMLStreamException e) {
      return false;
    }
  }

  /** Returns the text without the mark of its byte order, and without blanks around it. */
  static String withoutMark(String body) {
    return body.startsWith("\ufeff") ? body.substring(1).strip() : body.strip();
  }

  /** Adds a caption, unless nothing is said in it or it stands nowhere in time. */
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

  /** YouTube encodes some captions twice, and what they hold may be marked up. */
  static String plain(String encoded) {
    String decoded = HtmlEntities.decode(HtmlEntities.decode(encoded));
    String untagged = TAG.matcher(decoded).replaceAll("");
    return PlainText.of(BLANKS.matcher(untagged).replaceAll(" "), Integer.MAX_VALUE);
  }
}
