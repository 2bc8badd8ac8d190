package org.kuroshio.ingest.format;

import java.io.InputStream;
import java.io.InputStreamReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kuroshio.ingest.charset.TextEncoding;

/**
 * Opens XML without DTDs and external entities: a document may name them, nothing is ever fetched
 * or expanded.
 */
final class XmlDocuments {
  private final XMLInputFactory factory;

  XmlDocuments() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
  }

  /** UTF-8 is left to the parser, which follows the document's own declaration. */
  XMLStreamReader open(InputStream in, TextEncoding encoding) throws XMLStreamException {
    return encoding.isUtf8()
        ? factory.createXMLStreamReader(in)
        : factory.createXMLStreamReader(new InputStreamReader(in, encoding.decoder()));
  }
}
