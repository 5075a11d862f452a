import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks or applies google-java-format over every Java file of the repository; run by Maven. What
 * was found well formatted is remembered by its check sum, and not looked at again.
 */
final class Format {
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".idea");

  private final Path root;
  private final boolean apply;
  private final Path memory;
  private final Set<String> known;
  private final Set<String> wellFormatted = ConcurrentHashMap.newKeySet();

  private Format(Path root, boolean apply, Path memory) throws IOException {
    this.root = root;
    this.apply = apply;
    this.memory = memory;
    this.known = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
  }

  public static void main(String[] args) throws IOException {
    String mode = args.length == 3 ? args[0] : "";
    if (!mode.equals("check") && !mode.equals("apply")) {
      System.err.println("-Dformat takes 'check' or 'apply'.");
      System.exit(64);
    }
    System.exit(new Format(Path.of(args[1]), mode.equals("apply"), Path.of(args[2])).run());
  }

  private int run() throws IOException {
    List<Path> files = javaFiles();
    if (files.isEmpty()) {
      System.err.println("Found no Java file under " + root + ".");
      return 1;
    }
    List<String> findings =
        files.parallelStream().map(this::visit).filter(Objects::nonNull).sorted().toList();
    Files.write(memory, wellFormatted);
    findings.forEach(finding -> System.err.println("  " + finding));
    if (apply || findings.isEmpty()) {
      System.out.printf("%d Java files, %d reformatted.%n", files.size(), findings.size());
      return findings.stream().anyMatch(finding -> finding.contains(": ")) ? 1 : 0;
    }
    System.err.printf("%d of %d Java files are not formatted.%n", findings.size(), files.size());
    System.err.println("To format them: mvn -N validate -Dformat=apply");
    return 1;
  }

  /** What is to be said of a file: its name, with the reason when it does not parse; else null. */
  private String visit(Path file) {
    String name = root.relativize(file).toString();
    try {
      String before = Files.readString(file);
      String checkSum = checkSum(before);
      String after =
          known.contains(checkSum) ? before : new Formatter().formatSourceAndFixImports(before);
      if (after.equals(before)) {
        wellFormatted.add(checkSum);
        return null;
      }
      if (apply) {
        Files.writeString(file, after);
      }
      return name;
    } catch (FormatterException e) {
      return name + ": " + e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checkSum(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> javaFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skipped = SKIPPED.contains(directory.getFileName().toString());
            return skipped && !directory.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
