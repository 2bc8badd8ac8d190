package org.kuroshio.ingest.trial;

import com.schibsted.spt.data.jslt.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.ingest.function.MappingFunctions;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.mapping.JsltCompiler;
import org.kuroshio.ingest.personal.PersonalFilter;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.source.CsvFormat;
import org.kuroshio.ingest.source.EntityMapping;
import org.kuroshio.ingest.source.InlineJslt;
import org.kuroshio.ingest.source.JsltFile;
import org.kuroshio.ingest.source.MappingVariables;
import org.kuroshio.ingest.source.Part;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.source.UnknownSourceException;
import org.kuroshio.schemas.yaml.DefinitionException;

/**
 * Checks a definition as far as that goes without data: its YAML, its JSLT, and the fields, words,
 * variables and columns that its mappings name. What a function builds is only seen when it runs.
 */
public final class SourceCheck {
  private SourceCheck() {}

  /**
   * @param nameOrFile a shipped name, or a path to a YAML file
   * @return what is wrong, each with file and line; empty if nothing is
   */
  public static List<String> problems(String nameOrFile) {
    try {
      return problems(SourceDefinitions.find(nameOrFile));
    } catch (DefinitionException | UnknownSourceException e) {
      return List.of(e.getMessage());
    }
  }

  /** The same for a definition that has been read. */
  public static List<String> problems(SourceDefinition source) {
    try {
      CompiledSource.of(source, RegionTally.NONE);
      List<String> problems = new ArrayList<>();
      for (Part part : source.parts()) {
        part.entities().forEach(entity -> problems.addAll(problems(source, part, entity)));
      }
      return List.copyOf(problems);
    } catch (DefinitionException e) {
      return List.of(e.getMessage());
    }
  }

  private static List<String> problems(SourceDefinition source, Part part, EntityMapping entity) {
    Optional<Expression> expression = expression(source, entity);
    if (expression.isEmpty()) {
      return List.of();
    }
    MappingProblems problems = new MappingProblems(source.origin(), entity);
    MappingTree tree = MappingTree.of(expression.get());
    entity.entity().ifPresent(name -> new FieldInspection(problems).inspect(tree, name));
    new VariableInspection(problems).inspect(tree, MappingVariables.of(source));
    new ColumnInspection(problems)
        .inspect(tree, entity, columns(part), new PersonalFilter(part.personal()).droppedNames());
    return problems.all();
  }

  private static Optional<Expression> expression(SourceDefinition source, EntityMapping entity) {
    JsltCompiler compiler =
        new JsltCompiler(
            source.origin(), MappingFunctions.of(source.fiscalYears(), RegionTally.NONE));
    if (entity.mapping() instanceof InlineJslt inline) {
      return Optional.of(compiler.compile(inline));
    }
    return entity.mapping() instanceof JsltFile file
        ? Optional.of(compiler.compile(file, entity.place()))
        : Optional.empty();
  }

  /** The names of all columns, where the definition knows them. */
  private static Optional<Set<String>> columns(Part part) {
    if (!(part.format() instanceof CsvFormat csv) || csv.header() || csv.nested()) {
      return Optional.empty();
    }
    Set<String> columns = new HashSet<>(csv.columns());
    csv.hashWithout().ifPresent(without -> columns.add(CsvFormat.ROW_HASH));
    return Optional.of(columns);
  }
}
