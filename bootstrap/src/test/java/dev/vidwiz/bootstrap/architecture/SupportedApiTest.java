package dev.vidwiz.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programs rely on the types that docs/embedding.md lists, and on no others. */
class SupportedApiTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(dev\\.vidwiz[a-z0-9.]*)` \\| (.*) \\|$");
  private static final Pattern EMBEDDED_MODULE =
      Pattern.compile("<artifactId>(vidwiz-[a-z-]+)</artifactId>");
  private static final Set<String> MODULES =
      Set.of("domain", "application", "persistence", "accounts", "llm", "youtube", "aws");

  @Test
  void is_what_the_guide_lists() throws IOException {
    Map<String, Set<String>> listed =
        ROW.matcher(Files.readString(Path.of("../docs/embedding.md")))
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), SupportedApiTest::types, (a, b) -> a, TreeMap::new));
    assertThat(publicTypes()).isEqualTo(listed);
  }

  @Test
  void is_in_modules_that_the_bill_of_materials_has() throws IOException {
    String bom = Files.readString(Path.of("../bom/pom.xml"));
    Set<String> embedded = new TreeSet<>();
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      for (Path pom :
          folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList()) {
        String text = Files.readString(pom);
        if (text.contains("<maven.compiler.release>21<")
            && text.contains("<artifactId>vidwiz</artifactId>")) {
          EMBEDDED_MODULE
              .matcher(text.substring(text.indexOf("</parent>")))
              .results()
              .findFirst()
              .ifPresent(name -> embedded.add(name.group(1)));
        }
      }
    }
    assertThat(EMBEDDED_MODULE.matcher(bom.substring(bom.indexOf("<dependencies>"))).results())
        .extracting(name -> name.group(1))
        .containsExactlyInAnyOrderElementsOf(embedded);
    assertThat(bom).contains("<version>" + version() + "</version>");
  }

  private static String version() throws IOException {
    String pom = Files.readString(Path.of("../pom.xml"));
    return pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
  }

  private static Set<String> types(MatchResult row) {
    return Arrays.stream(row.group(2).split(", "))
        .map(type -> type.replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> publicTypes() {
    Map<String, Set<String>> types = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(Place.BASE)) {
      if (isSupported(type)) {
        types
            .computeIfAbsent(type.getPackageName(), any -> new TreeSet<>())
            .add(type.getSimpleName());
      }
    }
    return types;
  }

  /** Tables and connections are not for other programs. */
  private static boolean isSupported(JavaClass type) {
    Place place = Place.of(type);
    return type.isTopLevelClass()
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && MODULES.contains(place.module())
        && (!place.module().equals("persistence")
            || place.feature().isEmpty()
            || place.feature().equals("settings"));
  }
}
