package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.XmlFormat;

/** The elements of one name, each as a JSON tree; never more than one of them is in memory. */
final class XmlReader implements RecordReader {
  private final XmlFormat format;
  private final XMLStreamReader xml;
  private final InputStream in;
  private final ReadLimits limits;
  private final String contentSha256;
  private long count;
  private boolean done;

  XmlReader(
      XmlFormat format,
      XMLStreamReader xml,
      InputStream in,
      ReadLimits limits,
      String contentSha256) {
    this.format = format;
    this.xml = xml;
    this.in = in;
    this.limits = limits;
    this.contentSha256 = contentSha256;
  }

  @Override
  public boolean next(Sink sink) throws IOException {
    if (done) {
      return false;
    }
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals(format.recordElement())) {
          element(sink);
          return true;
        }
      }
      done = true;
      return count == 0 && rest(missing(), sink);
    } catch (XMLStreamException e) {
      return rest(broken(e), sink);
    }
  }

  private void element(Sink sink) throws XMLStreamException, IOException {
    String position = "record " + (count + 1);
    ObjectNode tree;
    try {
      tree = new XmlTree(xml, format.arrays(), limits).read();
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
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("an XML reader that can't be closed", e);
    } finally {
      in.close();
    }
  }
}
