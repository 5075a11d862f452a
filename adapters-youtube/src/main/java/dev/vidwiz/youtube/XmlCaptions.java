package dev.vidwiz.youtube;

import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML formats: {@code <transcript><text start dur>} in seconds, and {@code srv3}, {@code
 * <timedtext><body><p t d>} in milliseconds, with words in {@code <s>}.
 */
final class XmlCaptions {

  /** Refuses document types, because their entities can load files or use all memory. */
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  /** An ampersand that is valid in HTML but not in XML. */
  private static final Pattern HTML_AMPERSAND =
      Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

  private static final Set<String> ROOT = Set.of("transcript", "timedtext");
  private static final Set<String> CAPTION = Set.of("text", "p");

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The JDK counts each &amp; as a declared entity, and there can be no declared entities here.
    FACTORY.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
    FACTORY.setProperty("jdk.xml.totalEntitySizeLimit", 0);
  }

  private XmlCaptions() {}

  /** Adds the segments to {@code captions}; false when the format is another one. */
  static boolean read(String text, Captions captions) throws XMLStreamException {
    String wellFormed = HTML_AMPERSAND.matcher(text).replaceAll("&amp;");
    XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(wellFormed));
    // Throws an exception for a document type.
    xml.nextTag();
    if (!ROOT.contains(xml.getLocalName())) {
      return false;
    }
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && CAPTION.contains(xml.getLocalName())) {
        boolean inSeconds = xml.getAttributeValue(null, "start") != null;
        double unit = inSeconds ? 1 : 1000;
        double offset = number(xml, inSeconds ? "start" : "t") / unit;
        double duration = number(xml, inSeconds ? "dur" : "d") / unit;
        captions.add(offset, duration, content(xml));
      }
    }
    return true;
  }

  /** Returns the text of the current element and the elements in it. */
  private static String content(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder content = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          content.append(xml.getLocalName().equals("br") ? " " : "");
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            content.append(xml.getText());
        default -> {}
      }
    }
    return content.toString();
  }

  private static double number(XMLStreamReader xml, String attribute) {
    @Nullable String value = xml.getAttributeValue(null, attribute);
    try {
      return value == null ? Double.NaN : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
