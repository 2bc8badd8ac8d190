package org.kuroshio.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "org.kuroshio.ingest";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void shouldKeepConnectAtTheEdge() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".connect..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .because("the engine is tested without Kafka, and may be used without it")
        .check(classes);
  }

  @Test
  void shouldLetNobodyDependOnTheAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".connect..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".connect..")
        .check(classes);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void shouldUseTheInsidesOfJsltOnlyToInspectMappings() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".trial..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.schibsted.spt.data.jslt.impl..")
        .check(classes);
  }

  @Test
  void shouldPrintNothing() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  @Test
  void shouldDescribeEveryPackage() {
    for (JavaPackage found : classes.getPackage(ROOT).getSubpackages()) {
      assertThat(found.tryGetPackageInfo()).as(found.getName()).isPresent();
    }
  }
}
