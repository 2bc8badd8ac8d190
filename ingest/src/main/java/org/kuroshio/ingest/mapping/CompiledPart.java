package org.kuroshio.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kuroshio.ingest.personal.PersonalFilter;
import org.kuroshio.ingest.source.Part;
import org.kuroshio.schemas.entity.EventDefaults;

/** A part of a source, ready to read. Used by one thread at a time. */
public final class CompiledPart {
  private final Part part;
  private final PersonalFilter personal;
  private final List<RecordMapping> mappings;

  CompiledPart(Part part, List<RecordMapping> mappings) {
    this.part = part;
    this.personal = new PersonalFilter(part.personal());
    this.mappings = List.copyOf(mappings);
  }

  public Part part() {
    return part;
  }

  public PersonalFilter personal() {
    return personal;
  }

  /**
   * All events of one record, or none if the mappings make none of it.
   *
   * @param record without personal data
   * @throws org.kuroshio.ingest.rejection.RejectedException if any of them is wrong: a record is
   *     published whole or not at all
   */
  public List<MappedEvent> map(
      JsonNode record, Map<String, JsonNode> variables, EventDefaults defaults) {
    List<MappedEvent> events = new ArrayList<>(mappings.size());
    for (RecordMapping mapping : mappings) {
      mapping.map(record, variables, defaults, events);
    }
    return events;
  }
}
