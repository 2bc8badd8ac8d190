package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.source.XmlFormat;

/**
 * Turns one element into a tree: attributes become {@code @name}, text beside them {@code #text},
 * an element with nothing but text a string. Used once.
 */
final class XmlTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final XMLStreamReader xml;
  private final XmlFormat format;
  private final ReadLimits limits;
  private int nodes;
  private long chars;
  private Problem problem;

  XmlTree(XMLStreamReader xml, XmlFormat format, ReadLimits limits) {
    this.xml = xml;
    this.format = format;
    this.limits = limits;
  }

  /**
   * Reads the element at the reader's current start tag up to its end tag, whatever is wrong with
   * it.
   *
   * @throws org.kuroshio.ingest.rejection.RejectedException if it is too large, or repeats what is
   *     not declared to repeat
   */
  ObjectNode read() throws XMLStreamException {
    JsonNode read = element(1).orElseGet(NODES::objectNode);
    if (problem != null) {
      throw problem.thrown();
    }
    return read instanceof ObjectNode object ? object : NODES.objectNode().set("#text", read);
  }

  /** Empty for an element without anything in it. */
  private Optional<JsonNode> element(int depth) throws XMLStreamException {
    if (depth > limits.depth()) {
      tooLarge();
    }
    count(0);
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = xml.getAttributeValue(i);
      count(value.length());
      object.put("@" + xml.getAttributeLocalName(i), value);
    }
    StringBuilder text = new StringBuilder();
    int open = 1;
    while (open > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (problem != null) {
          // nothing is kept any more, and no stack grows: only find the end
          open++;
        } else {
          child(object, depth);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open--;
      } else if (isText(event)) {
        count(xml.getTextLength());
        if (problem == null) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
    }
    return value(object, text.toString().strip());
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  private static Optional<JsonNode> value(ObjectNode object, String text) {
    if (object.isEmpty()) {
      return text.isEmpty() ? Optional.empty() : Optional.of(TextNode.valueOf(text));
    }
    if (!text.isEmpty()) {
      object.put("#text", text);
    }
    return Optional.of(object);
  }

  private void child(ObjectNode parent, int depth) throws XMLStreamException {
    String name = xml.getLocalName();
    if (format.skip().contains(name)) {
      passOver();
      return;
    }
    Optional<JsonNode> value = element(depth + 1);
    if (format.arrays().contains(name)) {
      ArrayNode array = parent.get(name) instanceof ArrayNode there ? there : parent.putArray(name);
      value.ifPresent(array::add);
    } else if (parent.has(name)) {
      problem =
          Problem.parse(
              "undeclared-array",
              "element '" + name + "' occurs more than once; name it in format.xml.arrays");
    } else {
      value.ifPresent(v -> parent.set(name, v));
    }
  }

  private void passOver() throws XMLStreamException {
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        open++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open--;
      }
    }
  }

  private void count(int more) {
    nodes++;
    chars += more;
    if (nodes > limits.recordNodes() || chars > limits.recordChars()) {
      tooLarge();
    }
  }

  private void tooLarge() {
    if (problem == null) {
      problem = Problem.parse("record-too-large", "the record is larger or deeper than one may be");
    }
  }
}
