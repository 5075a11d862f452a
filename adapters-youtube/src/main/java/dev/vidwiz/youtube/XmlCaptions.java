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
 * The XML formats: the first one, {@code <transcript><text start dur>} in seconds, and {@code
 * srv3}, {@code <timedtext><body><p t d>} in milliseconds, with words in {@code <s>}.
 */
final class XmlCaptions {

  /** Document types are refused, as their entities can load files or use all memory. */
  private static final XMLInputFactory FACTORY = factory();

  /** An ampersand that is valid in HTML, and an error in XML. */
  private static final Pattern FOREIGN_AMPERSAND =
      Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

  private static final Set<String> ROOT = Set.of("transcript", "timedtext");
  private static final Set<String> CAPTION = Set.of("text", "p");

  private XmlCaptions() {}

  /** Adds what it reads to {@code captions}; false when this is some other XML. */
  static boolean read(String text, Captions captions) throws XMLStreamException {
    String wellFormed = FOREIGN_AMPERSAND.matcher(text).replaceAll("&amp;");
    XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(wellFormed));
    // Throws at a document type.
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

  /** The text up to the end of this element, whatever elements are in it. */
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

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The JDK counts each &amp; towards its limits on declared entities, which cannot be here.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
    factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
    return factory;
  }
}
