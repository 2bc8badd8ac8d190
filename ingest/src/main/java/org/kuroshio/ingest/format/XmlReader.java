package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.XmlFormat;

/**
 * The elements of one name, each as a JSON tree; never more than one of them is in memory. A file
 * of many documents loses no more than one to a break.
 */
final class XmlReader implements RecordReader {
  private final XmlFormat format;
  private final XmlDocuments documents;
  private final TextEncoding encoding;
  private final Optional<DocumentSequence> sequence;
  private final InputStream in;
  private final ReadLimits limits;
  private final String contentSha256;
  private XMLStreamReader xml;
  private Optional<InputStream> following;
  private long count;
  private boolean done;

  XmlReader(
      XmlFormat format,
      XmlDocuments documents,
      TextEncoding encoding,
      InputStream in,
      ReadLimits limits,
      String contentSha256) {
    this.format = format;
    this.documents = documents;
    this.encoding = encoding;
    this.sequence = format.documents() ? Optional.of(new DocumentSequence(in)) : Optional.empty();
    this.following = format.documents() ? Optional.empty() : Optional.of(in);
    this.in = in;
    this.limits = limits;
    this.contentSha256 = contentSha256;
  }

  @Override
  public boolean next(Sink sink) throws IOException {
    while (!done) {
      try {
        if (xml == null && !open()) {
          done = true;
          return count == 0 && rest(missing(), sink);
        }
        if (find()) {
          element(sink);
          return true;
        }
        xml = null;
      } catch (XMLStreamException e) {
        return broken(e, sink);
      }
    }
    return false;
  }

  private boolean open() throws IOException, XMLStreamException {
    if (sequence.isPresent() && following.isEmpty()) {
      following = sequence.get().next();
    }
    if (following.isEmpty()) {
      return false;
    }
    InputStream document = following.get();
    following = Optional.empty();
    xml = documents.open(document, encoding);
    return true;
  }

  private boolean find() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals(format.recordElement())) {
        return true;
      }
    }
    return false;
  }

  /** The rest of the file is lost, or only this document if another follows. */
  private boolean broken(XMLStreamException e, Sink sink) throws IOException {
    xml = null;
    if (sequence.isPresent()) {
      following = sequence.get().next();
    }
    if (following.isEmpty()) {
      return rest(broken(e), sink);
    }
    String position = "record " + (count + 1);
    count++;
    sink.unreadable(UnreadableRecord.one(position, contentSha256, broken(e), AsRead.NOT_KEPT));
    return true;
  }

  private void element(Sink sink) throws XMLStreamException, IOException {
    String position = "record " + (count + 1);
    ObjectNode tree;
    try {
      tree = new XmlTree(xml, format, limits).read();
    } catch (RejectedException e) {
      count++;
      sink.unreadable(UnreadableRecord.one(position, contentSha256, e.problem(), AsRead.NOT_KEPT));
      return;
    }
    count++;
    sink.record(new RawRecord(position, JsonText.sha256(tree), tree, () -> JsonText.bytes(tree)));
  }

  private boolean rest(Problem problem, Sink sink) {
    done = true;
    String position = "record " + (count + 1) + " and what follows";
    sink.unreadable(UnreadableRecord.rest(position, contentSha256, problem));
    return true;
  }

  private Problem missing() {
    return Problem.select(
        "no-records", "the document has no element '" + format.recordElement() + "'");
  }

  /** Says where, and nothing of the text itself. */
  static Problem broken(XMLStreamException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line %d, column %d"
                .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    return Problem.parse("broken-xml", "not well-formed XML" + where);
  }

  @Override
  public void close() throws IOException {
    try {
      if (xml != null) {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new IOException("an XML reader that can't be closed", e);
    } finally {
      in.close();
    }
  }
}
