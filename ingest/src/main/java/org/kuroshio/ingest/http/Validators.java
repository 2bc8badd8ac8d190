package org.kuroshio.ingest.http;

import org.kuroshio.ingest.answer.Answer;

/** By what a server tells whether something has changed; empty where it said nothing. */
public record Validators(String etag, String lastModified) {
  public static final Validators NONE = new Validators("", "");

  public static Validators of(Answer answer) {
    return new Validators(answer.find("etag").orElse(""), answer.find("last-modified").orElse(""));
  }

  /** As one text, to be stored. */
  public String toText() {
    return etag + "\n" + lastModified;
  }

  public static Validators fromText(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? NONE : new Validators(text.substring(0, end), text.substring(end + 1));
  }
}
