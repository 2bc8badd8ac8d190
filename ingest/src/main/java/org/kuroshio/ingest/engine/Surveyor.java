package org.kuroshio.ingest.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.archive.ArchiveLimitException;
import org.kuroshio.ingest.archive.ArchiveLimits;
import org.kuroshio.ingest.archive.Archives;
import org.kuroshio.ingest.archive.ContentCursor;
import org.kuroshio.ingest.charset.ContentSurvey;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.mapping.CompiledPart;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.rejection.Problem;

/**
 * The first pass over a file: what in it belongs to the source, and what each content's identity
 * and charset are.
 */
final class Surveyor {
  private static final String WHOLE_FILE = "file";

  private final CompiledSource source;
  private final ArchiveLimits limits;
  private final ReadWatch watch;
  private final StopSignal stop;

  Surveyor(CompiledSource source, ArchiveLimits limits, ReadWatch watch, StopSignal stop) {
    this.source = source;
    this.limits = limits;
    this.watch = watch;
    this.stop = stop;
  }

  /**
   * @throws StoppedException if the signal comes in the middle
   */
  SurveyedFile survey(InputFile file) {
    List<SurveyedContent> contents = new ArrayList<>();
    String last = "";
    try (ContentCursor cursor = Archives.open(file, limits, bytes -> {})) {
      for (int index = 0; cursor.next(); index++) {
        last = cursor.entry();
        content(file, cursor, index).ifPresent(contents::add);
      }
    } catch (IOException e) {
      String position = last.isEmpty() ? WHOLE_FILE : "behind entry " + last;
      return new SurveyedFile(
          file, contents, Optional.of(broken(file, position, ReadFaults.of(e))));
    } catch (ArchiveLimitException e) {
      Problem problem = Problem.read("archive-too-large", e.getMessage());
      return new SurveyedFile(file, List.of(), Optional.of(broken(file, WHOLE_FILE, problem)));
    }
    return new SurveyedFile(file, contents, Optional.empty());
  }

  private Optional<SurveyedContent> content(InputFile file, ContentCursor cursor, int index)
      throws IOException {
    String path = cursor.matchedPath();
    Optional<CompiledPart> part = part(path);
    if (part.isEmpty()) {
      if (source.definition().lookups().stream().noneMatch(l -> l.pattern().matches(path))) {
        String entry = cursor.entry().isEmpty() ? "" : ", entry " + cursor.entry();
        watch.skipped(file.uri() + entry);
      }
      return Optional.empty();
    }
    ContentSurvey survey = ContentSurvey.of(cursor.open(), bytes -> stop.check());
    return Optional.of(new SurveyedContent(index, cursor.entry(), path, part.get(), survey));
  }

  private Optional<CompiledPart> part(String path) {
    return source.parts().stream()
        .filter(part -> part.part().patterns().stream().anyMatch(p -> p.matches(path)))
        .findFirst();
  }

  private BrokenFile broken(InputFile file, String position, Problem problem) {
    try (InputStream in = Files.newInputStream(file.path())) {
      String sha256 = ContentSurvey.of(in, bytes -> stop.check()).sha256();
      return new BrokenFile(sha256, position, problem);
    } catch (IOException e) {
      return new BrokenFile(ContentSurvey.EMPTY_SHA256, position, ReadFaults.of(e));
    }
  }
}
