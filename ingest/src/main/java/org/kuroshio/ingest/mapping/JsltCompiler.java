package org.kuroshio.ingest.mapping;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.ingest.source.InlineJslt;
import org.kuroshio.ingest.source.JsltFile;
import org.kuroshio.ingest.source.Origin;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Place;

/** Compiles a source's mappings, with imports from beside its definition. */
public final class JsltCompiler {
  private static final Pattern STUMBLED = Pattern.compile(" at line (\\d+), column \\d+\\.?");

  private final Origin origin;
  private final Collection<Function> functions;

  public JsltCompiler(Origin origin, Collection<Function> functions) {
    this.origin = origin;
    this.functions = functions;
  }

  /**
   * @param named where the definition names the file
   * @throws DefinitionException if the file is missing or is no JSLT, with its own file and line
   */
  public Expression compile(JsltFile file, Place named) {
    return compile(file.file(), text(file.file(), named), 0);
  }

  /**
   * @throws DefinitionException if the text is no JSLT, with its line in the definition
   */
  public Expression compile(InlineJslt inline) {
    return compile(origin.shown(), inline.text(), inline.linesBefore());
  }

  private Expression compile(String source, String text, int linesBefore) {
    try {
      return new Parser(new StringReader(text))
          .withSource(source)
          .withFunctions(functions)
          .withResourceResolver(this::imported)
          .compile();
    } catch (JsltException e) {
      boolean imported = e.getSource() != null && !e.getSource().equals(source);
      String file = imported ? e.getSource() : source;
      int line = line(e) + (imported ? 0 : linesBefore);
      String shown = file.equals(origin.shown()) ? file : origin.shown(file);
      throw new Place(shown, line).problem("JSLT: " + said(e));
    }
  }

  /** The parser says where it stumbled in its text only; its location is the last sound token's. */
  private static int line(JsltException e) {
    Matcher stumbled = STUMBLED.matcher(e.getMessageWithoutLocation());
    return stumbled.find() ? Integer.parseInt(stumbled.group(1)) : Math.max(e.getLine(), 1);
  }

  private static String said(JsltException e) {
    String said = STUMBLED.matcher(e.getMessageWithoutLocation()).replaceFirst("");
    return said.lines().map(String::strip).findFirst().orElse("");
  }

  private Reader imported(String file) {
    try {
      return new StringReader(origin.read(file));
    } catch (IOException e) {
      throw new JsltException("import of '" + file + "', which can't be read beside it");
    }
  }

  private String text(String file, Place named) {
    try {
      return origin.read(file);
    } catch (NoSuchFileException e) {
      throw named.problem("mapping '" + file + "' is not there (" + origin.shown(file) + ")");
    } catch (IOException e) {
      throw named.problem("mapping '" + file + "' can't be read as UTF-8: " + e.getMessage());
    }
  }
}
