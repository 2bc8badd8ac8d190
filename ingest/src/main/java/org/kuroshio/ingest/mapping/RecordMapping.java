package org.kuroshio.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.kuroshio.schemas.entity.EventDefaults;

/** From one record to events of one kind. Used by one thread at a time. */
interface RecordMapping {
  /**
   * @param record without personal data; not changed
   * @param variables by name
   * @param defaults where the record comes from
   * @param events what the record becomes is added to it
   * @throws org.kuroshio.ingest.rejection.RejectedException if the record can't become what it
   *     should
   */
  void map(
      JsonNode record,
      Map<String, JsonNode> variables,
      EventDefaults defaults,
      List<MappedEvent> events);
}
