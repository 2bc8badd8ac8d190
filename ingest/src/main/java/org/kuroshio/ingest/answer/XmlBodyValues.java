package org.kuroshio.ingest.answer;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * In XML: names of elements from the root, without namespaces, and {@code @name} for an attribute.
 */
public final class XmlBodyValues implements BodyValues {
  /** Opens a document without DTDs and external entities. */
  public interface Opening {
    XMLStreamReader open(ByteArrayInputStream in) throws XMLStreamException;
  }

  private static final String ANY = "*";
  private final Opening opening;

  public XmlBodyValues(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Optional<String> find(byte[] body, JsonPointer pointer) {
    try {
      XMLStreamReader xml = opening.open(new ByteArrayInputStream(body));
      try {
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT) {
            return isNamed(xml, pointer) ? inside(xml, pointer.tail()) : Optional.empty();
          }
        }
        return Optional.empty();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      // what is wrong with the body is said by whoever reads its records
      return Optional.empty();
    }
  }

  private static boolean isNamed(XMLStreamReader xml, JsonPointer pointer) {
    String name = pointer.getMatchingProperty();
    return name != null && (name.equals(ANY) || name.equals(xml.getLocalName()));
  }

  /** Of the element at whose start tag the reader is; reads to its end where nothing is found. */
  private static Optional<String> inside(XMLStreamReader xml, JsonPointer rest)
      throws XMLStreamException {
    if (rest.matches()) {
      return Optional.of(text(xml));
    }
    String name = rest.getMatchingProperty();
    if (name.startsWith("@")) {
      String value = attribute(xml, name.substring(1));
      if (value != null) {
        return Optional.of(value);
      }
    }
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!isNamed(xml, rest)) {
          skip(xml);
          continue;
        }
        Optional<String> found = inside(xml, rest.tail());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The element's own text up to its first child. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); ; event = xml.next()) {
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.START_ELEMENT) {
        return text.toString().strip();
      }
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      }
    }
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        open++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open--;
      }
    }
  }
}
