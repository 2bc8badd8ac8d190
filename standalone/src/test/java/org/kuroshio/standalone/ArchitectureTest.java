package org.kuroshio.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules between the modules, and those inside this one. */
class ArchitectureTest {
  private static final String ALL = "org.kuroshio";
  private static final String OURS = ALL + ".standalone";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ALL);

  @Test
  void shouldLetSchemasKnowNoOtherModule() {
    onlyKnows("schemas");
  }

  @Test
  void shouldLetIndicatorsKnowOnlySchemasAndNoKafka() {
    onlyKnows("indicators", "schemas");
    noClasses()
        .that()
        .resideInAPackage(ALL + ".indicators..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .because("the arithmetic is tested and recomputed without Kafka")
        .check(classes);
  }

  @Test
  void shouldLetIngestKnowOnlySchemas() {
    onlyKnows("ingest", "schemas");
  }

  @Test
  void shouldLetStreamsKnowOnlySchemasAndIndicators() {
    onlyKnows("streams", "schemas", "indicators");
  }

  @Test
  void shouldLetServeKnowOnlySchemasAndIndicators() {
    onlyKnows("serve", "schemas", "indicators");
  }

  @Test
  void shouldLetWarehouseKnowOnlySchemasAndIndicators() {
    onlyKnows("warehouse", "schemas", "indicators");
  }

  @Test
  void shouldLetNobodyKnowTheCompositionRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OURS + "..")
        .check(classes);
  }

  @Test
  void shouldKeepTheInsidesOfTheBrokerInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + ".broker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.controller..")
        .because("they change with every release of Kafka")
        .check(classes);
  }

  @Test
  void shouldKeepTheCommandLineLibraryInTheCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + ".command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(classes);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching(OURS + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void shouldEndTheProcessOnlyWhereItBeginsOrInACommand() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(OURS + ".Main")
        .and()
        .resideOutsideOfPackage(OURS + ".command..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(classes);
  }

  @Test
  void shouldDescribeEveryPackage() {
    for (JavaPackage found : classes.getPackage(OURS).getSubpackages()) {
      assertThat(found.tryGetPackageInfo()).as(found.getName()).isPresent();
    }
  }

  /** Of our own modules, only these and itself. */
  private void onlyKnows(String module, String... others) {
    String[] allowed = new String[others.length + 1];
    for (int i = 0; i < others.length; i++) {
      allowed[i] = ALL + "." + others[i] + "..";
    }
    allowed[others.length] = ALL + "." + module + "..";
    classes()
        .that()
        .resideInAPackage(ALL + "." + module + "..")
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                        ALL + ".."))
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        allowed)))
        .check(classes);
  }
}
