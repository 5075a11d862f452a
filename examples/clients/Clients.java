import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Checks the documents of the API with two linters, makes three clients from one, and lets each
 * call a running server. Needs npm and Python. Ends with an error when anything is wrong.
 *
 * <p>The arguments: the jar of the server, the jar of openapi-generator, a folder with the
 * libraries of the Java client, a folder to work in.
 */
public class Clients {

  private static final List<String> NPM_PACKAGES =
      List.of("@redocly/cli@2.77.0", "@stoplight/spectral-cli@6.16.3", "typescript@5.9.3");

  private final Path generator;
  private final Path libraries;
  private final Path folder;

  private Clients(Path generator, Path libraries, Path folder) {
    this.generator = generator;
    this.libraries = libraries;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[3]));
    Clients clients = new Clients(Path.of(args[1]), Path.of(args[2]), folder);
    try (FakeModel model = FakeModel.start();
        Server server = Server.start(Path.of(args[0]), folder, model)) {
      Path document = server.save("openapi.json", folder);
      Path legacy = server.save("openapi-legacy.json", folder);
      clients.check(document, legacy, server.url());
    }
  }

  /** Everything that does not depend on each other is done at once. */
  private void check(Path document, Path legacy, String server) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> npm = CompletableFuture.runAsync(this::installPackages, threads);
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (Path each : List.of(document, legacy)) {
        all.add(npm.thenRunAsync(() -> lint(each), threads));
      }
      all.add(CompletableFuture.runAsync(() -> walkInJava(document, server), threads));
      all.add(CompletableFuture.runAsync(() -> walkInPython(document, server), threads));
      all.add(
          CompletableFuture.supplyAsync(() -> generate(document, "typescript-fetch", ""), threads)
              .thenAcceptBothAsync(npm, (made, x) -> walkInTypeScript(made, server), threads));
      all.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      System.err.println(e.getCause().getMessage());
      System.exit(1);
    }
  }

  private void installPackages() {
    List<String> command =
        new ArrayList<>(
            List.of("npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"));
    command.addAll(List.of("--prefix", folder.resolve("npm").toString()));
    command.addAll(NPM_PACKAGES);
    run("npm", command);
  }

  private void lint(Path document) {
    String of = " of " + document.getFileName();
    String redocly =
        run(
            "redocly" + of,
            npm("redocly"),
            "lint",
            document,
            "--extends=recommended",
            "--format=json");
    if (!redocly.contains("\"errors\": 0") || !redocly.contains("\"warnings\": 0")) {
      throw new IllegalStateException("Redocly complains" + of + ":\n" + redocly);
    }
    Path rules = Path.of("spectral.yaml").toAbsolutePath();
    run("spectral" + of, npm("spectral"), "lint", "--fail-severity=warn", "-r", rules, document);
  }

  private Path npm(String program) {
    return folder.resolve("npm/node_modules/.bin").resolve(program);
  }

  private void walkInJava(Path document, String server) {
    Path made = generate(document, "java", "library=native,hideGenerationTimestamp=true");
    String javaPath = libraries + "/*";
    List<String> sources = new ArrayList<>(List.of("java/Walk.java"));
    try (Stream<Path> files = Files.walk(made.resolve("src/main/java"))) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(sources::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Path classes = made.resolve("classes");
    List<String> compile =
        new ArrayList<>(
            List.of(
                jdk("javac"),
                "-J-XX:TieredStopAtLevel=1",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                javaPath));
    compile.addAll(sources);
    run("javac", compile);
    run(
        "the walk in Java",
        jdk("java"),
        "-cp",
        classes + ":" + javaPath,
        "Walk",
        server,
        Server.ADMIN_TOKEN);
  }

  private void walkInTypeScript(Path made, String server) {
    Path walk = made.resolve("walk.ts");
    try {
      Files.copy(Path.of("typescript/walk.ts"), walk);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Path out = made.resolve("out");
    run(
        "tsc",
        npm("tsc"),
        "--strict",
        "--target",
        "es2022",
        "--module",
        "commonjs",
        "--lib",
        "es2022,dom,dom.asynciterable",
        "--outDir",
        out,
        walk);
    run("the walk in TypeScript", "node", out.resolve("walk.js"), server, Server.ADMIN_TOKEN);
  }

  private void walkInPython(Path document, String server) {
    Path made = generate(document, "python-pydantic-v1", "packageName=vidwiz_client");
    run(
        "the walk in Python",
        "/usr/bin/env",
        "PYTHONPATH=" + made,
        "/usr/bin/python3",
        "python/walk.py",
        server,
        Server.ADMIN_TOKEN);
  }

  private Path generate(Path document, String language, String properties) {
    Path made = folder.resolve(language);
    run(
        "openapi-generator for " + language,
        jdk("java"),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        generator,
        "generate",
        "-i",
        document,
        "-g",
        language,
        "-o",
        made,
        "--additional-properties=" + properties,
        "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
    return made;
  }

  private static String jdk(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private static String run(String what, Object... command) {
    return run(what, Stream.of(command).map(Object::toString).toList());
  }

  /** Returns what the program printed. */
  private static String run(String what, List<String> command) {
    long start = System.nanoTime();
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("REDOCLY_TELEMETRY", "off");
      builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
      Path printed = Files.createTempFile("clients", ".txt");
      Process process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
      int status = process.waitFor();
      String output = Files.readString(printed);
      Files.delete(printed);
      if (status != 0) {
        throw new IllegalStateException(what + " failed with " + status + ":\n" + output);
      }
      System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
      return output;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(what + " did not run", e);
    }
  }
}
