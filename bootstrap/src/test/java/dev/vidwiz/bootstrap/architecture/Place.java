package dev.vidwiz.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * Where a class of ours stands: the module and the feature that its package names. Planted classes
 * stand where their package would without the folder they are planted in.
 *
 * @param module as in {@code dev.vidwiz.<module>}, or empty
 * @param feature as in {@code dev.vidwiz.<module>.<feature>}, or empty in a module's own package
 */
record Place(String module, String feature) {
  static final String BASE = "dev.vidwiz";
  static final String PLANTED = "dev.vidwiz.bootstrap.architecture.planted";
  static final Set<String> ADAPTERS = Set.of("http", "persistence", "aws", "llm", "youtube");

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

  boolean ours() {
    return !module.isEmpty();
  }

  /**
   * Whether code here may use code there: arrows point inward, and adapters never see each other.
   * Data transfer is no adapter: it works on a whole database and so sees the one that opens it.
   */
  boolean maySee(Place other) {
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
        "stand in " + module, type -> of(type).module().equals(module));
  }

  static DescribedPredicate<JavaClass> in(String module, String feature) {
    Place place = new Place(module, feature);
    return DescribedPredicate.describe(
        "stand in " + module + "." + feature, type -> of(type).equals(place));
  }
}
