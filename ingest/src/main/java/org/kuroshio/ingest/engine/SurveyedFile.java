package org.kuroshio.ingest.engine;

import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.file.InputFile;

/**
 * A file after the first pass.
 *
 * @param contents what of it is to be read
 * @param broken what could not even be surveyed: the whole file, or an archive from some entry on
 */
record SurveyedFile(InputFile file, List<SurveyedContent> contents, Optional<BrokenFile> broken) {
  SurveyedFile {
    contents = List.copyOf(contents);
  }
}
