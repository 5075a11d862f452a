package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import javax.xml.stream.XMLStreamException;

/** The forms of captions there are, told apart by what a file begins with. */
final class CaptionForms {

  private CaptionForms() {}

  /** Adds what it reads to {@code captions}; false when {@code text} is in none of the forms. */
  static boolean read(String text, Captions captions)
      throws JsonProcessingException, XMLStreamException {
    return switch (text.charAt(0)) {
      case '{' -> JsonCaptions.read(text, captions);
      case '<' -> XmlCaptions.read(text, captions);
      default -> CueCaptions.read(text, captions);
    };
  }
}
