package org.kuroshio.ingest.source;

import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.ingest.failure.ErrorRule;
import org.kuroshio.ingest.page.Pages;
import org.kuroshio.ingest.request.RequestDefinition;

/**
 * How a part's records are had from a server.
 *
 * @param slices values of <code>${slice}</code>, each read on its own, so that tasks share them; at
 *     least one, which is empty where the source is read in one piece
 * @param errors the source's own rules, before the usual ones
 * @param detail the second step, where the first gives only a list
 * @param download whether an answer is a file, perhaps an archive, and not a page
 */
public record Fetch(
    RequestDefinition request,
    Pages pages,
    Cursor cursor,
    List<String> slices,
    List<ErrorRule> errors,
    Optional<Detail> detail,
    boolean download) {
  public Fetch {
    slices = List.copyOf(slices);
    errors = List.copyOf(errors);
  }
}
