package org.kuroshio.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.charset.TextEncoding;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.CsvFormat;

/** Delimited text, row by row. Works on bytes: only the columns that are kept are decoded. */
final class CsvReader implements RecordReader, CsvColumns.Cells {
  private static final HexFormat HEX = HexFormat.of();
  private static final int ROW_HASH_BYTES = 8;
  private static final byte FIELD_END = 0x1f;

  private final CsvFormat format;
  private final Set<String> dropped;
  private final InputStream in;
  private final ByteWindow window;
  private final CsvTokenizer tokenizer;
  private final FieldText decoding;
  private final byte quote;
  private final MessageDigest digest = Sha256.digest();
  private final MessageDigest rowDigest = Sha256.digest();

  private CsvColumns columns;
  private long line = 1;
  private int toSkip;
  private boolean broken;

  /**
   * @param in behind a BOM, in a charset that {@link DirectCharset} lets through
   */
  CsvReader(
      CsvFormat format,
      Set<String> dropped,
      TextEncoding encoding,
      ReadLimits limits,
      InputStream in) {
    this.format = format;
    this.dropped = dropped;
    this.in = in;
    this.window = new ByteWindow(in, limits.recordBytes());
    this.tokenizer =
        new CsvTokenizer(
            window,
            format.delimiter(),
            format.quote().map(c -> (int) c).orElse(-1),
            format.comment().orElse("").getBytes(StandardCharsets.UTF_8));
    this.decoding = new FieldText(encoding);
    this.toSkip = format.skip();
    this.quote = (byte) (int) format.quote().map(c -> (int) c).orElse(0);
    if (!format.header()) {
      columns = new CsvColumns(format, format.columns(), dropped);
    }
  }

  @Override
  public boolean next(Sink sink) throws IOException {
    while (!broken) {
      CsvTokenizer.Row row = tokenizer.next();
      if (row == CsvTokenizer.Row.END) {
        return false;
      }
      if (toSkip > 0) {
        toSkip--;
      } else if (!skipped(row) && !header(row, sink)) {
        deliver(row, sink);
        pass();
        return true;
      }
      if (broken) {
        return true;
      }
      pass();
    }
    return false;
  }

  private void pass() {
    line += tokenizer.lineEnds();
    window.moveTo(tokenizer.nextRow());
  }

  private boolean skipped(CsvTokenizer.Row row) {
    return row == CsvTokenizer.Row.COMMENT
        || (row == CsvTokenizer.Row.FIELDS
            && tokenizer.fields() == 1
            && tokenizer.length(0) == 0
            && tokenizer.start(0) == window.start());
  }

  /** Whether the row was the header, or was wanted as one and is none: then the file is broken. */
  private boolean header(CsvTokenizer.Row row, Sink sink) {
    if (columns != null) {
      return false;
    }
    try {
      if (row != CsvTokenizer.Row.FIELDS) {
        throw problem(row).thrown();
      }
      List<String> names = new ArrayList<>();
      for (int i = 0; i < tokenizer.fields(); i++) {
        names.add(text(i).strip());
      }
      columns = new CsvColumns(format, CsvColumns.header(format, names), dropped);
    } catch (RejectedException e) {
      broken = true;
      sink.unreadable(UnreadableRecord.rest(position(), sha256(), e.problem()));
    }
    return true;
  }

  private void deliver(CsvTokenizer.Row row, Sink sink) {
    RawRecord record;
    try {
      if (row != CsvTokenizer.Row.FIELDS) {
        throw problem(row).thrown();
      }
      if (tokenizer.fields() != columns.count()) {
        throw wrongCount().thrown();
      }
      record = record();
    } catch (RejectedException e) {
      rowDigest.reset();
      reject(e.problem(), sink);
      return;
    }
    sink.record(record);
  }

  private RawRecord record() {
    JsonNode tree = columns.tree(this);
    if (format.hashWithout().isPresent() && tree instanceof ObjectNode object) {
      object.put(CsvFormat.ROW_HASH, rowHash());
    }
    return new RawRecord(position(), sha256(), tree, this::rowBytes);
  }

  private String rowHash() {
    for (int i = 0; i < columns.count(); i++) {
      if (columns.isHashed(i)) {
        hash(i);
      }
    }
    return HEX.formatHex(rowDigest.digest(), 0, ROW_HASH_BYTES);
  }

  private void hash(int field) {
    // over UTF-8 text without quotes, so that neither charset nor quoting makes another row of it
    if (decoding.isUtf8() && !tokenizer.doubled(field)) {
      rowDigest.update(window.bytes(), tokenizer.start(field), tokenizer.length(field));
    } else {
      rowDigest.update(text(field).getBytes(StandardCharsets.UTF_8));
    }
    rowDigest.update(FIELD_END);
  }

  @Override
  public boolean isEmpty(int field) {
    return tokenizer.length(field) == 0;
  }

  @Override
  public String text(int field) {
    int start = tokenizer.start(field);
    String value =
        decoding.decode(window.bytes(), start, tokenizer.length(field), window.position(start));
    if (tokenizer.doubled(field)) {
      String one = String.valueOf((char) quote);
      return value.replace(one + one, one);
    }
    return value;
  }

  private void reject(Problem problem, Sink sink) {
    sink.unreadable(UnreadableRecord.one(position(), sha256(), problem, this::rowBytes));
  }

  private Problem problem(CsvTokenizer.Row row) {
    return switch (row) {
      case STRAY_QUOTE ->
          Problem.parse(
              "stray-quote",
              "text stands behind a closing quote; a quote inside a quoted field is doubled");
      case OPEN_QUOTE -> Problem.parse("unclosed-quote", "a quoted field has no end");
      default -> Problem.parse("record-too-large", "the row is larger than a record may be");
    };
  }

  private Problem wrongCount() {
    boolean few = tokenizer.fields() < columns.count();
    return Problem.parse(
        few ? "too-few-columns" : "too-many-columns",
        tokenizer.fields() + " columns where " + columns.count() + " are expected");
  }

  private String position() {
    return "line " + line;
  }

  private String sha256() {
    digest.update(window.bytes(), window.start(), tokenizer.nextRow() - window.start());
    return HEX.formatHex(digest.digest());
  }

  private byte[] rowBytes() {
    return Arrays.copyOfRange(window.bytes(), window.start(), tokenizer.nextRow());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
