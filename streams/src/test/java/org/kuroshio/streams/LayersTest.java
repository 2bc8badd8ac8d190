package org.kuroshio.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.kuroshio.streams");

  @Test
  void shouldKeepTheHopsApart() {
    slices().matching("org.kuroshio.streams.(*)..").should().notDependOnEachOther().check(OURS);
  }

  @Test
  void shouldTakeTimeFromTheClockThatItIsGiven() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("an as-of date that nobody can set can't be tested or reproduced")
        .check(OURS);
  }

  @Test
  void shouldUseNothingInternalOfKafka() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..internals..")
        .check(OURS);
  }

  @Test
  void shouldDependOnContractsAndArithmeticOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.kuroshio.streams..",
            "org.kuroshio.schemas..",
            "org.kuroshio.indicators..",
            "org.apache.kafka..",
            "org.apache.avro..",
            "org.slf4j..",
            "java..")
        .check(OURS);
  }
}
