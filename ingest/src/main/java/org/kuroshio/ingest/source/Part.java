package org.kuroshio.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.file.FilePattern;
import org.kuroshio.schemas.yaml.Place;

/**
 * One kind of file of a source.
 *
 * @param patterns a file that matches one of them is of this part
 * @param fetch how it is had from a server; none where it is read from files only
 * @param constants what the mapping sees as {@code $constants}
 * @param entities what each record is mapped to; not empty
 */
public record Part(
    String name,
    Place place,
    List<FilePattern> patterns,
    Optional<Fetch> fetch,
    Format format,
    CharsetChoice charset,
    Personal personal,
    ObjectNode constants,
    Optional<CoverageClaim> coverage,
    List<EntityMapping> entities) {
  public Part {
    patterns = List.copyOf(patterns);
    entities = List.copyOf(entities);
  }
}
