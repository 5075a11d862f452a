package dev.vidwiz.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vidwiz.bootstrap.architecture.planted.application.AssemblesAll;
import dev.vidwiz.bootstrap.architecture.planted.application.cycle.ReadsConfig;
import dev.vidwiz.bootstrap.architecture.planted.application.note.UsesFramework;
import dev.vidwiz.bootstrap.architecture.planted.application.note.UsesRoot;
import dev.vidwiz.bootstrap.architecture.planted.aws.s3.UsesOtherAdapter;
import dev.vidwiz.bootstrap.architecture.planted.bootstrap.UsesInside;
import dev.vidwiz.bootstrap.architecture.planted.bootstrap.UsesTables;
import dev.vidwiz.bootstrap.architecture.planted.domain.note.UsesApplication;
import dev.vidwiz.bootstrap.architecture.planted.domain.note.UsesDatabase;
import dev.vidwiz.bootstrap.architecture.planted.domain.util.Strings;
import dev.vidwiz.bootstrap.architecture.planted.http.note.ReadsClock;
import dev.vidwiz.bootstrap.architecture.planted.http.stream.UsesJetty;
import dev.vidwiz.bootstrap.architecture.planted.persistence.note.UsesPostgres;
import dev.vidwiz.bootstrap.architecture.planted.persistence.note.UsesTransfer;
import dev.vidwiz.bootstrap.architecture.planted.persistence.postgres.UsesOtherDriver;
import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.UsesInsidePersistence;
import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.UsesServer;
import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.UsesSqlite;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The program complies with each rule, and each rule finds its planted violations. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(Place.BASE);

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Place.PLANTED);

  @Test
  void domain_is_plain_java() {
    Rules.DOMAIN_IS_PLAIN_JAVA.check(PROGRAM);
    assertFinds(Rules.DOMAIN_IS_PLAIN_JAVA, UsesDatabase.class);
  }

  @Test
  void application_uses_no_framework() {
    Rules.APPLICATION_USES_NO_FRAMEWORK.check(PROGRAM);
    assertFinds(Rules.APPLICATION_USES_NO_FRAMEWORK, UsesFramework.class);
  }

  @Test
  void dependencies_point_inward() {
    Rules.DEPENDENCIES_POINT_INWARD.check(PROGRAM);
    assertFinds(
        Rules.DEPENDENCIES_POINT_INWARD,
        UsesApplication.class,
        UsesOtherAdapter.class,
        UsesServer.class,
        UsesTransfer.class);
  }

  @Test
  void other_modules_use_only_the_public_part_of_persistence() {
    Rules.PERSISTENCE_HIDES_ITS_TABLES.check(PROGRAM);
    assertFinds(Rules.PERSISTENCE_HIDES_ITS_TABLES, UsesInside.class);
  }

  @Test
  void transfer_uses_little_of_persistence() {
    Rules.TRANSFER_USES_LITTLE_OF_PERSISTENCE.check(PROGRAM);
    assertFinds(Rules.TRANSFER_USES_LITTLE_OF_PERSISTENCE, UsesInsidePersistence.class);
  }

  @Test
  void drivers_are_used_in_one_package_each() {
    Rules.SQLITE_DRIVER_IS_USED_IN_ONE_PACKAGE.check(PROGRAM);
    assertFinds(
        Rules.SQLITE_DRIVER_IS_USED_IN_ONE_PACKAGE, UsesSqlite.class, UsesOtherDriver.class);
    Rules.POSTGRES_DRIVER_IS_USED_IN_ONE_PACKAGE.check(PROGRAM);
    assertFinds(Rules.POSTGRES_DRIVER_IS_USED_IN_ONE_PACKAGE, UsesPostgres.class);
  }

  @Test
  void transfer_hides_its_tables() {
    Rules.TRANSFER_HIDES_ITS_TABLES.check(PROGRAM);
    assertFinds(Rules.TRANSFER_HIDES_ITS_TABLES, UsesTables.class);
  }

  @Test
  void jetty_is_used_in_one_package() {
    Rules.JETTY_IS_USED_IN_ONE_PACKAGE.check(PROGRAM);
    assertFinds(Rules.JETTY_IS_USED_IN_ONE_PACKAGE, UsesJetty.class);
  }

  @Test
  void clock_and_environment_are_read_in_bootstrap() {
    Rules.CLOCK_AND_ENVIRONMENT_ARE_READ_IN_BOOTSTRAP.check(PROGRAM);
    ArchRule rule = Rules.CLOCK_AND_ENVIRONMENT_ARE_READ_IN_BOOTSTRAP;
    assertFinds(rule, ReadsClock.class, ReadsConfig.class);
    assertThat(violations(rule))
        .contains("Instant.now()", "System.currentTimeMillis()", "Clock.systemUTC()")
        .contains("System.getenv(java.lang.String)", "System.getProperty(java.lang.String)")
        .doesNotContain("nanoTime", "Instant.now(java.time.Clock)");
  }

  @Test
  void features_have_no_cycles() {
    Rules.FEATURES_HAVE_NO_CYCLES.check(PROGRAM);
    assertFinds(
        Rules.FEATURES_HAVE_NO_CYCLES,
        ReadsConfig.class,
        UsesFramework.class,
        UsesRoot.class,
        AssemblesAll.class);
  }

  @Test
  void packages_name_features() {
    Rules.PACKAGES_NAME_FEATURES.check(PROGRAM);
    assertFinds(Rules.PACKAGES_NAME_FEATURES, Strings.class);
  }

  @Test
  void the_rules_check_the_whole_program() {
    assertThat(PROGRAM.stream().map(Place::of).map(Place::module))
        .contains("domain", "application", "transfer", "bootstrap")
        .allMatch(Place::isModule);
    assertThat(PROGRAM.stream().filter(type -> type.getPackageName().startsWith(Place.PLANTED)))
        .isEmpty();
  }

  private static void assertFinds(ArchRule rule, Class<?>... planted) {
    assertThat(violations(rule)).contains(names(planted));
  }

  private static String violations(ArchRule rule) {
    return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
  }

  private static String[] names(Class<?>... types) {
    return Arrays.stream(types).map(Class::getName).toArray(String[]::new);
  }
}
