package org.kuroshio.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kuroshio.schemas");

  @Test
  void shouldKnowNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.kuroshio.indicators..",
            "org.kuroshio.ingest..",
            "org.kuroshio.streams..",
            "org.kuroshio.serve..",
            "org.kuroshio.standalone..")
        .because("schemas is what the others agree on")
        .check(CLASSES);
  }

  @Test
  void shouldKnowOfKafkaOnlyItsClients() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka.streams..", "org.apache.kafka.connect..", "kafka..")
        .because("connectors and the arithmetic depend on schemas too")
        .check(CLASSES);
  }

  @Test
  void shouldHaveNoCyclesAmongPackages() {
    slices().matching("org.kuroshio.schemas.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
