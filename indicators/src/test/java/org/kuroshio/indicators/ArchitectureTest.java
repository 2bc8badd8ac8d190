package org.kuroshio.indicators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "org.kuroshio.indicators";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void shouldKnowNothingOfKafka() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.kuroshio.schemas.topic..")
        .because("the arithmetic is tested and reused without a broker")
        .check(CLASSES);
  }

  @Test
  void shouldDependInOneDirectionOnly() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("exact")
        .definedBy(ROOT + ".exact..")
        .layer("period")
        .definedBy(ROOT + ".period..")
        .layer("formula")
        .definedBy(ROOT + ".formula..")
        .layer("region")
        .definedBy(ROOT + ".region..")
        .layer("definition")
        .definedBy(ROOT + ".definition..")
        .layer("projection")
        .definedBy(ROOT + ".projection..")
        .layer("ledger")
        .definedBy(ROOT + ".ledger..")
        .layer("table")
        .definedBy(ROOT + ".table..")
        .layer("answers")
        .definedBy(ROOT + ".view..", ROOT + ".explain..")
        .layer("alert")
        .definedBy(ROOT + ".alert..")
        .whereLayer("exact")
        .mayNotAccessAnyLayer()
        .whereLayer("period")
        .mayNotAccessAnyLayer()
        .whereLayer("formula")
        .mayOnlyAccessLayers("exact")
        .whereLayer("region")
        .mayOnlyAccessLayers("period")
        .whereLayer("definition")
        .mayOnlyAccessLayers("exact", "period", "formula", "region")
        .whereLayer("projection")
        .mayOnlyAccessLayers("exact", "period", "region", "definition")
        .whereLayer("ledger")
        .mayOnlyAccessLayers("region", "projection")
        .whereLayer("table")
        .mayOnlyAccessLayers(
            "exact", "period", "formula", "region", "definition", "projection", "ledger")
        .whereLayer("answers")
        .mayOnlyBeAccessedByLayers("alert")
        .whereLayer("alert")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void shouldSayWhatEveryPackageIsFor() throws IOException {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages).contains(ROOT + ".table", ROOT + ".definition");
    for (String name : packages) {
      Path info = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
      assertThat(info).as("what " + name + " is for").exists();
      try (Stream<String> lines = Files.lines(info)) {
        assertThat(lines.findFirst()).hasValueSatisfying(l -> assertThat(l).startsWith("/**"));
      }
    }
  }
}
