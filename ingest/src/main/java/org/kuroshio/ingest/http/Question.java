package org.kuroshio.ingest.http;

import java.util.Optional;
import org.kuroshio.ingest.answer.BodyValues;
import org.kuroshio.ingest.failure.ErrorPolicy;
import org.kuroshio.ingest.request.RequestDefinition;
import org.kuroshio.ingest.request.RequestValues;

/**
 * One request to be made until it is answered.
 *
 * @param link the address of a next page, where the server gave one
 * @param bodies finds values in the body
 * @param download whether the answer becomes a file
 * @param validators what the server said of the last answer; empty for none
 */
public record Question(
    RequestDefinition request,
    RequestValues values,
    Optional<String> link,
    ErrorPolicy policy,
    BodyValues bodies,
    boolean download,
    Validators validators) {}
