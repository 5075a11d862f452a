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
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.sqlite.SqliteBackup;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** What Maven's modules cannot hold. Each rule is shown to bite in {@link ArchitectureTest}. */
final class Rules {
  private static final DescribedPredicate<JavaClass> PLAIN_JAVA =
      or(
          resideInAnyPackage("java..")
              .and(not(resideInAnyPackage("java.sql..", "java.net.http.."))),
          resideInAnyPackage("org.jspecify.annotations"));

  /** What any program may use. */
  private static final DescribedPredicate<JavaClass> SHOWN_BY_PERSISTENCE =
      resideInAnyPackage("dev.vidwiz.persistence", "dev.vidwiz.persistence.settings")
          .or(belongToAnyOf(ConnectionUse.class));

  /** What work on a whole database needs besides: connections, and the version of the tables. */
  private static final DescribedPredicate<JavaClass> SHOWN_TO_TRANSFER =
      belongToAnyOf(
          SqliteDedicatedConnection.class,
          SqliteBackup.class,
          PostgresDedicatedConnection.class,
          Migrations.class);

  static final ArchRule DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that(in("domain"))
          .should()
          .onlyDependOnClassesThat(in("domain").or(PLAIN_JAVA))
          .because("rules outlive frameworks");

  static final ArchRule APPLICATION_KNOWS_NO_FRAMEWORK =
      classes()
          .that(in("application"))
          .should()
          .onlyDependOnClassesThat(
              in("application").or(in("domain")).or(PLAIN_JAVA).or(resideInAnyPackage("org.slf4j")))
          .because("use cases speak through ports of their own");

  static final ArchRule ARROWS_POINT_INWARD =
      classes()
          .that(describe("are ours", type -> Place.of(type).ours()))
          .should(seeOnlyWhatTheyMay())
          .because("domain <- application <- adapters <- bootstrap, and no adapter sees another");

  static final ArchRule PERSISTENCE_IS_USED_FROM_OUTSIDE =
      noClasses()
          .that(are(not(in("persistence"))).and(are(not(in("transfer")))))
          .should()
          .dependOnClassesThat(in("persistence").and(not(SHOWN_BY_PERSISTENCE)))
          .because("tables and connections may change without anybody else noticing");

  static final ArchRule TRANSFER_USES_LITTLE_OF_PERSISTENCE =
      noClasses()
          .that(are(in("transfer")))
          .should()
          .dependOnClassesThat(
              in("persistence").and(not(SHOWN_BY_PERSISTENCE)).and(not(SHOWN_TO_TRANSFER)))
          .because("the server's storage may change without import, backup and restore noticing");

  static final ArchRule SQLITE_DRIVER_STAYS_IN_ITS_ROOM = staysInItsRoom("org.sqlite..", "sqlite");

  static final ArchRule POSTGRES_DRIVER_STAYS_IN_ITS_ROOM =
      staysInItsRoom("org.postgresql..", "postgres");

  static final ArchRule TRANSFER_HIDES_ITS_TABLES =
      noClasses()
          .that(are(not(in("transfer"))))
          .should()
          .dependOnClassesThat(
              in("transfer")
                  .and(describe("hold tables", type -> Place.of(type).feature().equals("table"))))
          .because("a command imports, backs up or restores, and does nothing else with tables");

  static final ArchRule JETTY_IS_KNOWN_IN_ONE_PACKAGE =
      noClasses()
          .that(are(not(in("http", "jetty"))))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.eclipse.jetty.."))
          .because("a new version of Jetty may change no more than one package");

  static final ArchRule CLOCK_AND_ENVIRONMENT_ARE_READ_IN_BOOTSTRAP =
      noClasses()
          .that(are(not(in("bootstrap"))))
          .should()
          .accessTargetWhere(readsClockOrEnvironment())
          .because("time comes from an InstantSource and settings from bootstrap");

  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().assignedFrom(features()).should().beFreeOfCycles();

  static final ArchRule PACKAGES_NAME_FEATURES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..dto..", "..impl..", "..manager..")
          .because("a package is named for what it is about");

  private Rules() {}

  private static ArchRule staysInItsRoom(String driver, String room) {
    Place place = new Place("persistence", room);
    return noClasses()
        .that(describe("stand outside of " + place, type -> !Place.of(type).equals(place)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(driver))
        .because("what a driver's new version changes is looked for, and tested, in one package");
  }

  private static ArchCondition<JavaClass> seeOnlyWhatTheyMay() {
    return new ArchCondition<>("see only what their module may see") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Place here = Place.of(type);
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> Place.of(dependency.getTargetClass()).ours())
            .filter(dependency -> !here.maySee(Place.of(dependency.getTargetClass())))
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
        return place.ours()
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
