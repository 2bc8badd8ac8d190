package org.kuroshio.serve.http;

import java.util.function.Supplier;
import org.kuroshio.indicators.definition.UnknownIndicatorException;
import org.kuroshio.indicators.region.UnknownRegionException;
import org.kuroshio.serve.knowledge.Knowledge;
import org.kuroshio.serve.table.UnansweredException;

/** What is told to a caller as a problem document. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String word;
  private final String title;

  /**
   * @param word of the document's type, `unknown-region`
   * @param detail what is wrong and what would be right
   */
  ProblemException(int status, String word, String title, String detail) {
    super(detail);
    this.status = status;
    this.word = word;
    this.title = title;
  }

  static ProblemException badQuestion(String detail) {
    return new ProblemException(400, "bad-question", "Bad question", detail);
  }

  static ProblemException notYet(String detail) {
    return new ProblemException(503, "not-yet", "Not yet", detail);
  }

  /** Asks something of the tables, whose refusals are about the question. */
  static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (UnknownIndicatorException e) {
      throw new ProblemException(404, "unknown-indicator", "Unknown indicator", e.getMessage());
    } catch (UnknownRegionException e) {
      throw new ProblemException(404, "unknown-region", "Unknown region", e.getMessage());
    } catch (UnansweredException e) {
      throw switch (e.why()) {
        case NO_TABLES -> notYet(e.getMessage());
        case NO_SUCH_CUT -> new ProblemException(404, "unknown-cut", "Unknown cut", e.getMessage());
        case WRONG_ORDER -> badQuestion(e.getMessage());
      };
    } catch (Knowledge.NotYetException e) {
      throw notYet(e.getMessage());
    } catch (IllegalArgumentException e) {
      throw badQuestion(e.getMessage());
    }
  }

  int status() {
    return status;
  }

  String word() {
    return word;
  }

  String title() {
    return title;
  }
}
