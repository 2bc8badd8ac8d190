package org.kuroshio.ingest.engine;

import org.kuroshio.ingest.charset.ContentSurvey;
import org.kuroshio.ingest.mapping.CompiledPart;

/**
 * One file or entry that a part of the source wants.
 *
 * @param index its place among all contents of the file
 * @param entry empty where the file itself is the content
 * @param matchedPath its path without {@code .gz}
 */
record SurveyedContent(
    int index, String entry, String matchedPath, CompiledPart part, ContentSurvey survey) {
  /** In front of a position inside it. */
  String prefix() {
    return entry.isEmpty() ? "" : "entry " + entry + ", ";
  }

  String name() {
    return matchedPath.substring(matchedPath.lastIndexOf('/') + 1);
  }
}
