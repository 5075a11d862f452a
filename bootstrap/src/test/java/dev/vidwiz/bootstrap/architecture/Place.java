package dev.vidwiz.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * The module and the feature of a class of VidWiz, from its package. For planted classes, the
 * package after {@link #PLANTED} counts.
 *
 * @param module as in {@code dev.vidwiz.<module>}; empty for other classes
 * @param feature as in {@code dev.vidwiz.<module>.<feature>}; empty in the root package of a module
 */
record Place(String module, String feature) {
  static final String BASE = "dev.vidwiz";
  static final String PLANTED = "dev.vidwiz.bootstrap.architecture.planted";
  static final Set<String> ADAPTERS =
      Set.of("http", "accounts", "persistence", "aws", "llm", "youtube");

  private static final Place ELSEWHERE = new Place("", "");

  static Place of(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName() + ".";
    for (String root : List.of(PLANTED + ".", BASE + ".")) {
      if (name.startsWith(root)) {
        String[] parts = name.substring(root.length()).split("\\.", -1);
        return new Place(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return ELSEWHERE;
  }

  static boolean isModule(String name) {
    return ADAPTERS.contains(name)
        || Set.of("domain", "application", "transfer", "bootstrap").contains(name);
  }

  boolean isOurs() {
    return !module.isEmpty();
  }

  /**
   * Returns whether code here may use code there: dependencies point inward, and no adapter uses
   * another. Data transfer is not an adapter: it works on a whole database, and uses the adapter
   * that opens it.
   */
  boolean mayUse(Place other) {
    return module.equals(other.module)
        || switch (module) {
          case "domain" -> false;
          case "application" -> other.module.equals("domain");
          case "transfer" -> Set.of("domain", "application", "persistence").contains(other.module);
          case "bootstrap" -> true;
          default ->
              ADAPTERS.contains(module)
                  && (other.module.equals("domain") || other.module.equals("application"));
        };
  }

  static DescribedPredicate<JavaClass> in(String module) {
    return DescribedPredicate.describe(
        "are in " + module, type -> of(type).module().equals(module));
  }

  static DescribedPredicate<JavaClass> in(String module, String feature) {
    Place place = new Place(module, feature);
    return DescribedPredicate.describe(
        "are in " + module + "." + feature, type -> of(type).equals(place));
  }
}
