package dev.vidwiz.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vidwiz.bootstrap.architecture.planted.application.AssemblesAll;
import dev.vidwiz.bootstrap.architecture.planted.application.cycle.ReadsConfig;
import dev.vidwiz.bootstrap.architecture.planted.application.note.AsksFramework;
import dev.vidwiz.bootstrap.architecture.planted.application.note.AsksRoot;
import dev.vidwiz.bootstrap.architecture.planted.aws.s3.AsksOtherAdapter;
import dev.vidwiz.bootstrap.architecture.planted.bootstrap.AsksInside;
import dev.vidwiz.bootstrap.architecture.planted.bootstrap.AsksTables;
import dev.vidwiz.bootstrap.architecture.planted.domain.note.AsksApplication;
import dev.vidwiz.bootstrap.architecture.planted.domain.note.AsksDatabase;
import dev.vidwiz.bootstrap.architecture.planted.domain.util.Strings;
import dev.vidwiz.bootstrap.architecture.planted.http.note.ReadsClock;
import dev.vidwiz.bootstrap.architecture.planted.http.stream.AsksJetty;
import dev.vidwiz.bootstrap.architecture.planted.persistence.note.AsksPostgres;
import dev.vidwiz.bootstrap.architecture.planted.persistence.note.AsksTransfer;
import dev.vidwiz.bootstrap.architecture.planted.persistence.postgres.AsksOtherDriver;
import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.AsksInsidePersistence;
import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.AsksServer;
import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.AsksSqlite;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The program keeps each rule, and each rule finds what was planted against it. */
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
    assertBites(Rules.DOMAIN_IS_PLAIN_JAVA, AsksDatabase.class);
  }

  @Test
  void application_knows_no_framework() {
    Rules.APPLICATION_KNOWS_NO_FRAMEWORK.check(PROGRAM);
    assertBites(Rules.APPLICATION_KNOWS_NO_FRAMEWORK, AsksFramework.class);
  }

  @Test
  void arrows_point_inward() {
    Rules.ARROWS_POINT_INWARD.check(PROGRAM);
    assertBites(
        Rules.ARROWS_POINT_INWARD,
        AsksApplication.class,
        AsksOtherAdapter.class,
        AsksServer.class,
        AsksTransfer.class);
  }

  @Test
  void persistence_is_used_from_outside() {
    Rules.PERSISTENCE_IS_USED_FROM_OUTSIDE.check(PROGRAM);
    assertBites(Rules.PERSISTENCE_IS_USED_FROM_OUTSIDE, AsksInside.class);
  }

  @Test
  void transfer_uses_little_of_persistence() {
    Rules.TRANSFER_USES_LITTLE_OF_PERSISTENCE.check(PROGRAM);
    assertBites(Rules.TRANSFER_USES_LITTLE_OF_PERSISTENCE, AsksInsidePersistence.class);
  }

  @Test
  void drivers_stay_in_their_rooms() {
    Rules.SQLITE_DRIVER_STAYS_IN_ITS_ROOM.check(PROGRAM);
    assertBites(Rules.SQLITE_DRIVER_STAYS_IN_ITS_ROOM, AsksSqlite.class, AsksOtherDriver.class);
    Rules.POSTGRES_DRIVER_STAYS_IN_ITS_ROOM.check(PROGRAM);
    assertBites(Rules.POSTGRES_DRIVER_STAYS_IN_ITS_ROOM, AsksPostgres.class);
  }

  @Test
  void transfer_hides_its_tables() {
    Rules.TRANSFER_HIDES_ITS_TABLES.check(PROGRAM);
    assertBites(Rules.TRANSFER_HIDES_ITS_TABLES, AsksTables.class);
  }

  @Test
  void jetty_is_known_in_one_package() {
    Rules.JETTY_IS_KNOWN_IN_ONE_PACKAGE.check(PROGRAM);
    assertBites(Rules.JETTY_IS_KNOWN_IN_ONE_PACKAGE, AsksJetty.class);
  }

  @Test
  void clock_and_environment_are_read_in_bootstrap() {
    Rules.CLOCK_AND_ENVIRONMENT_ARE_READ_IN_BOOTSTRAP.check(PROGRAM);
    ArchRule rule = Rules.CLOCK_AND_ENVIRONMENT_ARE_READ_IN_BOOTSTRAP;
    assertBites(rule, ReadsClock.class, ReadsConfig.class);
    assertThat(violations(rule))
        .contains("Instant.now()", "System.currentTimeMillis()", "Clock.systemUTC()")
        .contains("System.getenv(java.lang.String)", "System.getProperty(java.lang.String)")
        .doesNotContain("nanoTime", "Instant.now(java.time.Clock)");
  }

  @Test
  void features_form_no_cycle() {
    Rules.FEATURES_FORM_NO_CYCLE.check(PROGRAM);
    assertBites(
        Rules.FEATURES_FORM_NO_CYCLE,
        ReadsConfig.class,
        AsksFramework.class,
        AsksRoot.class,
        AssemblesAll.class);
  }

  @Test
  void packages_name_features() {
    Rules.PACKAGES_NAME_FEATURES.check(PROGRAM);
    assertBites(Rules.PACKAGES_NAME_FEATURES, Strings.class);
  }

  @Test
  void the_whole_program_is_looked_at() {
    assertThat(PROGRAM.stream().map(Place::of).map(Place::module))
        .contains("domain", "application", "transfer", "bootstrap")
        .allMatch(Place::isModule);
    assertThat(PROGRAM.stream().filter(type -> type.getPackageName().startsWith(Place.PLANTED)))
        .isEmpty();
  }

  private static void assertBites(ArchRule rule, Class<?>... planted) {
    assertThat(violations(rule)).contains(names(planted));
  }

  private static String violations(ArchRule rule) {
    return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
  }

  private static String[] names(Class<?>... types) {
    return Arrays.stream(types).map(Class::getName).toArray(String[]::new);
  }
}
