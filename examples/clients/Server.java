import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running server in an empty folder, with the model but without a worker of its own. */
final class Server implements AutoCloseable {

  static final String ADMIN_TOKEN = "an-admin-token-that-is-long-enough-for-this";

  private static final Pattern ADDRESS = Pattern.compile("listens on [^ ]+:(\\d+)");

  private final Process process;
  private final String url;

  private Server(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static Server start(Path jar, Path folder, FakeModel model) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), "serve")
            .directory(Files.createTempDirectory(folder, "server").toFile())
            .redirectErrorStream(true);
    program.environment().clear();
    program
        .environment()
        .putAll(
            Map.of(
                "PORT", "0",
                "ADMIN_TOKEN", ADMIN_TOKEN,
                "RATE_LIMIT_ENABLED", "false",
                "WORKERS", "none",
                "OPENROUTER_BASE_URL", model.url(),
                "OPENROUTER_MODEL", "fake"));
    Process process = program.start();
    BufferedReader output = process.inputReader();
    StringBuilder printed = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
        return new Server(process, "http://127.0.0.1:" + address.group(1));
      }
      printed.append(line).append('\n');
    }
    throw new IOException("the server did not start:\n" + printed);
  }

  String url() {
    return url;
  }

  /** Writes a document of the API into a file, as if the server were behind a proxy. */
  Path save(String document, Path folder) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/" + document))
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "vidwiz.test")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofFile(folder.resolve(document))).body();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
