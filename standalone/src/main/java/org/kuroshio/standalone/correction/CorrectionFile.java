package org.kuroshio.standalone.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.ingest.charset.ContentSurvey;
import org.kuroshio.ingest.format.RawRecord;
import org.kuroshio.ingest.format.ReadLimits;
import org.kuroshio.ingest.format.RecordReader;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.format.UnreadableRecord;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.CsvFormat;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.standalone.failure.Failure;

/** Reads a file of corrections: CSV in UTF-8 with the columns entityId, op, field, value. */
final class CorrectionFile implements RecordReader.Sink {
  private static final CsvFormat FORMAT =
      new CsvFormat(
          ',',
          Optional.of('"'),
          true,
          List.of(Columns.ENTITY_ID, Columns.OP),
          Optional.empty(),
          Optional.empty(),
          false);

  private final Findings findings;
  private final List<CorrectionRow> rows = new ArrayList<>();

  private CorrectionFile(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param findings told what is wrong with single rows
   * @return the rows that are right, in their order
   * @throws Failure if the file as a whole can't be read, or holds no row
   */
  static List<CorrectionRow> read(Path file, Findings findings) {
    CorrectionFile reading = new CorrectionFile(findings);
    try {
      ContentSurvey survey = survey(file);
      if (survey.wrongUtf8().isPresent()) {
        throw new Failure(
            "%s can't be read: not valid UTF-8 from byte %d on; save it as UTF-8"
                .formatted(file, survey.wrongUtf8().getAsLong()));
      }
      try (RecordReader reader =
          new RecordReaders(ReadLimits.USUAL)
              .open(
                  FORMAT,
                  Set.of(),
                  survey.encoding(Optional.empty(), CodingErrorAction.REPORT),
                  new BufferedInputStream(Files.newInputStream(file)),
                  survey.sha256())) {
        while (reader.next(reading)) {
          // each row has been handed over
        }
      }
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + file, e);
    } catch (IOException e) {
      throw new Failure("%s can't be read: %s".formatted(file, e.getMessage()), e);
    } catch (RejectedException e) {
      throw new Failure("%s can't be read: %s".formatted(file, e.problem().detail()), e);
    }
    if (reading.rows.isEmpty() && findings.isEmpty()) {
      throw new Failure(file + " holds no corrections: there is nothing below its header");
    }
    return List.copyOf(reading.rows);
  }

  @Override
  public void record(RawRecord record) {
    JsonNode row = record.tree();
    boolean known = reportUnknownColumns(record);
    String id = required(record, Columns.ENTITY_ID);
    String word = required(record, Columns.OP);
    Optional<CorrectionOp> op = CorrectionOp.named(word);
    if (op.isEmpty() && !word.isEmpty()) {
      findings.add(
          record.position(),
          Columns.OP,
          word,
          "not an operation" + Nearest.hint(word, CorrectionOp.words()));
    }
    String field = row.path(Columns.FIELD).asText("").strip();
    Optional<String> value =
        Optional.of(row.path(Columns.VALUE).asText("").strip()).filter(text -> !text.isEmpty());
    if (known && op.isPresent() && !id.isEmpty() && fits(record, op.get(), field, value)) {
      rows.add(new CorrectionRow(record.position(), record.sha256(), id, op.get(), field, value));
    }
  }

  @Override
  public void unreadable(UnreadableRecord record) {
    findings.add(record.position(), record.problem().detail());
  }

  private boolean reportUnknownColumns(RawRecord record) {
    boolean known = true;
    for (Iterator<String> names = record.tree().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!Columns.ALL.contains(name)) {
        String wrong = "there is no such column" + Nearest.hint(name, Columns.ALL);
        findings.add(record.position(), name, record.tree().get(name).asText(), wrong);
        known = false;
      }
    }
    return known;
  }

  private String required(RawRecord record, String column) {
    String text = record.tree().path(column).asText("").strip();
    if (text.isEmpty()) {
      findings.add(record.position(), column, text, "nothing, expected a value in every row");
    }
    return text;
  }

  private boolean fits(RawRecord record, CorrectionOp op, String field, Optional<String> value) {
    if (op == CorrectionOp.CORRECT && field.isEmpty()) {
      findings.add(
          record.position(),
          Columns.FIELD,
          field,
          "nothing, expected what is to be corrected, as headquarters.region");
      return false;
    }
    if (op != CorrectionOp.CORRECT && !(field.isEmpty() && value.isEmpty())) {
      findings.add(
          record.position(),
          field.isEmpty() ? Columns.VALUE : Columns.FIELD,
          field.isEmpty() ? value.get() : field,
          "expected nothing, as %s is of the whole entity".formatted(op));
      return false;
    }
    return true;
  }

  private static ContentSurvey survey(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ContentSurvey.of(in, bytes -> {});
    }
  }
}
