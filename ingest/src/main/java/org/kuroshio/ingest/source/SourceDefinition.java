package org.kuroshio.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.setting.Setting;
import org.kuroshio.schemas.entity.FiscalCalendar;

/**
 * One source: what it is called, where its data stand, and how they become entities. Immutable.
 *
 * @param name enters offsets, provenance and rejections, so it never changes
 * @param titles language to title; has {@code en}
 * @param licence the publisher's terms, copied into every event's provenance
 * @param fiscalYears what {@code FY2006} means in this source
 * @param settings what whoever runs it may or must say
 * @param parts kinds of file, in the order in which their patterns are tried; at least one
 * @param origin where the definition and its mappings were found
 */
public record SourceDefinition(
    String name,
    Map<String, String> titles,
    Optional<String> description,
    String licence,
    Optional<FiscalCalendar> fiscalYears,
    Transport transport,
    List<Setting> settings,
    List<Lookup> lookups,
    List<Part> parts,
    Origin origin) {
  public SourceDefinition {
    titles = Map.copyOf(titles);
    settings = List.copyOf(settings);
    lookups = List.copyOf(lookups);
    parts = List.copyOf(parts);
  }
}
