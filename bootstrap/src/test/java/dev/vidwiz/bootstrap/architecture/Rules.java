package dev.vidwiz.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.vidwiz.bootstrap.architecture.Place.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.persistence.metrics.JdbiLastRuns;
import dev.vidwiz.persistence.migration.AppliedMigration;
import dev.vidwiz.persistence.migration.DatabaseMigration;
import dev.vidwiz.persistence.migration.IndexProgress;
import dev.vidwiz.persistence.migration.MigrationListener;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.migration.PendingMigration;
import dev.vidwiz.persistence.migration.SchemaHistory;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.postgres.PostgresTimeouts;
import dev.vidwiz.persistence.postgres.SqlState;
import dev.vidwiz.persistence.sqlite.SqliteBackup;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/**
 * Architecture rules that the modules of Maven cannot enforce. {@link ArchitectureTest} tests each
 * rule with planted violations.
 */
final class Rules {
  private static final DescribedPredicate<JavaClass> PLAIN_JAVA =
      or(
          resideInAnyPackage("java..")
              .and(not(resideInAnyPackage("java.sql..", "java.net.http.."))),
          resideInAnyPackage("org.jspecify.annotations"));

  /** The part of persistence that any program may use. */
  private static final DescribedPredicate<JavaClass> PUBLIC_PERSISTENCE =
      resideInAnyPackage("dev.vidwiz.persistence", "dev.vidwiz.persistence.settings")
          .or(
              belongToAnyOf(
                  AppliedMigration.class,
                  ConnectionUse.class,
                  DatabaseMigration.class,
                  IndexProgress.class,
                  MigrationListener.class,
                  PendingMigration.class,
                  SqlState.class));

  /** What work on a whole database also needs: connections, the version of the tables, its end. */
  private static final DescribedPredicate<JavaClass> PERSISTENCE_FOR_TRANSFER =
      belongToAnyOf(
          SqliteDedicatedConnection.class,
          SqliteBackup.class,
          PostgresDedicatedConnection.class,
          PostgresTimeouts.class,
          JdbiLastRuns.class,
          Migrations.class,
          SchemaHistory.class);

  static final ArchRule DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that(in("domain"))
          .should()
          .onlyDependOnClassesThat(in("domain").or(PLAIN_JAVA))
          .because("the rules of the domain outlive frameworks");

  static final ArchRule APPLICATION_USES_NO_FRAMEWORK =
      classes()
          .that(in("application"))
          .should()
          .onlyDependOnClassesThat(
              in("application").or(in("domain")).or(PLAIN_JAVA).or(resideInAnyPackage("org.slf4j")))
          .because("use cases reach frameworks through ports");

  static final ArchRule DEPENDENCIES_POINT_INWARD =
      classes()
          .that(describe("are classes of VidWiz", type -> Place.of(type).isOurs()))
          .should(useOnlyWhatTheyMay())
          .because("domain <- application <- adapters <- bootstrap, and no adapter uses another");

  static final ArchRule PERSISTENCE_HIDES_ITS_TABLES =
      noClasses()
          .that(are(not(in("persistence"))).and(are(not(in("transfer")))))
          .should()
          .dependOnClassesThat(in("persistence").and(not(PUBLIC_PERSISTENCE)))
          .because("tables and connections can change without changes in other modules");

  static final ArchRule TRANSFER_USES_LITTLE_OF_PERSISTENCE =
      noClasses()
          .that(are(in("transfer")))
          .should()
          .dependOnClassesThat(
              in("persistence").and(not(PUBLIC_PERSISTENCE)).and(not(PERSISTENCE_FOR_TRANSFER)))
          .because("the storage can change without changes in import, backup and restore");

  static final ArchRule SQLITE_DRIVER_IS_USED_IN_ONE_PACKAGE =
      isUsedInOnePackage("org.sqlite..", "sqlite");

  static final ArchRule POSTGRES_DRIVER_IS_USED_IN_ONE_PACKAGE =
      isUsedInOnePackage("org.postgresql..", "postgres");

  static final ArchRule TRANSFER_HIDES_ITS_TABLES =
      noClasses()
          .that(are(not(in("transfer"))))
          .should()
          .dependOnClassesThat(
              in("transfer")
                  .and(
                      describe(
                          "describe tables", type -> Place.of(type).feature().equals("table"))))
          .because("commands import, back up and restore, and do nothing else with tables");

  static final ArchRule JETTY_IS_USED_IN_ONE_PACKAGE =
      noClasses()
          .that(are(not(in("http", "jetty"))))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.eclipse.jetty.."))
          .because("a new version of Jetty requires changes in one package only");

  static final ArchRule CLOCK_AND_ENVIRONMENT_ARE_READ_IN_BOOTSTRAP =
      noClasses()
          .that(are(not(in("bootstrap"))))
          .should()
          .accessTargetWhere(readsClockOrEnvironment())
          .because("time comes from an InstantSource and settings from bootstrap");

  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().assignedFrom(features()).should().beFreeOfCycles();

  static final ArchRule PACKAGES_NAME_FEATURES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..dto..", "..impl..", "..manager..")
          .because("packages are named by feature");

  private Rules() {}

  private static ArchRule isUsedInOnePackage(String driver, String packageName) {
    Place place = new Place("persistence", packageName);
    return noClasses()
        .that(describe("are outside of " + place, type -> !Place.of(type).equals(place)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(driver))
        .because("a new version of a driver requires changes and tests in one package only");
  }

  private static ArchCondition<JavaClass> useOnlyWhatTheyMay() {
    return new ArchCondition<>("use only what their module may use") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Place here = Place.of(type);
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> Place.of(dependency.getTargetClass()).isOurs())
            .filter(dependency -> !here.mayUse(Place.of(dependency.getTargetClass())))
            .map(dependency -> SimpleConditionEvent.violated(type, dependency.getDescription()))
            .forEach(events::add);
      }
    };
  }

  private static DescribedPredicate<JavaAccess<?>> readsClockOrEnvironment() {
    return describe(
        "the clock or the environment", access -> readsClockOrEnvironment(access.getTarget()));
  }

  private static boolean readsClockOrEnvironment(AccessTarget target) {
    JavaClass owner = target.getOwner();
    String name = target.getName();
    if (owner.isEquivalentTo(System.class)) {
      return Set.of("getenv", "getProperty", "getProperties", "currentTimeMillis").contains(name);
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    if (owner.isEquivalentTo(Date.class)) {
      return name.equals("<init>") && parametersOf(target) == 0;
    }
    boolean now = name.equals("now") && !takesClock(target);
    return owner.getPackageName().equals("java.time") && (now || name.equals("system"));
  }

  private static int parametersOf(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes().size()
        : 0;
  }

  private static boolean takesClock(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget unit
        && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static SliceAssignment features() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        Place place = Place.of(type);
        return place.isOurs()
            ? SliceIdentifier.of(place.module(), place.feature())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "features";
      }
    };
  }
}
