package org.kuroshio.serve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String OURS = "org.kuroshio.serve";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(OURS);

  @Test
  void shouldKeepTheWebServerOutOfTheAnswers() {
    noClasses()
        .that()
        .resideInAnyPackage(
            OURS + ".follow..",
            OURS + ".table..",
            OURS + ".scan..",
            OURS + ".explanation..",
            OURS + ".difference..",
            OURS + ".print..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
        .because("the command line gives the same answers without a server")
        .check(classes);
  }

  @Test
  void shouldAskNoStreamTask() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka.streams..", "org.apache.kafka.connect..")
        .because("any number of servers read the tables' topic and nothing else")
        .check(classes);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching(OURS + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void shouldSayWhatEveryPackageIsFor() {
    for (JavaPackage found : classes.getPackage(OURS).getSubpackages()) {
      assertThat(found.tryGetPackageInfo()).as(found.getName()).isPresent();
    }
  }
}
