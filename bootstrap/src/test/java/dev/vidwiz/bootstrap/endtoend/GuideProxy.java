package dev.vidwiz.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reverse proxy of Debian, set up as the guide says for a server under a path. */
final class GuideProxy implements AutoCloseable {

  static final String NGINX_PROGRAM = "/usr/sbin/nginx";
  static final String CADDY_PROGRAM = "/usr/bin/caddy";

  /** The programs of the guide. */
  enum Kind {
    NGINX(NGINX_PROGRAM, "nginx"),
    CADDY(CADDY_PROGRAM, "caddy");

    private final Path program;
    private final Pattern snippet;

    Kind(String program, String language) {
      this.program = Path.of(program);
      this.snippet = Pattern.compile("(?s)### Under a path.*?```" + language + "\n(.*?)```");
    }
  }

  private static final Path GUIDE = Path.of("..", "docs", "operations.md");

  private final Process process;
  private final int port;

  private GuideProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one before the server at a port. */
  static GuideProxy start(Kind kind, Path folder, int serverPort) {
    try {
      int port = freePort();
      Path file = folder.resolve(kind.name());
      Matcher snippet = kind.snippet.matcher(Files.readString(GUIDE));
      if (!snippet.find()) {
        throw new AssertionError("the guide has nothing for " + kind);
      }
      Files.writeString(
          file,
          switch (kind) {
            case NGINX -> nginx(snippet.group(1), folder, port, serverPort);
            case CADDY -> caddy(snippet.group(1), port, serverPort);
          });
      ProcessBuilder builder =
          new ProcessBuilder(
              switch (kind) {
                case NGINX ->
                    List.of(kind.program.toString(), "-e", "stderr", "-c", file.toString());
                case CADDY ->
                    List.of(
                        kind.program.toString(),
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        file.toString());
              });
      builder.environment().put("HOME", folder.toString());
      builder.redirectErrorStream(true).redirectOutput(folder.resolve("proxy.log").toFile());
      GuideProxy proxy = new GuideProxy(builder.start(), port);
      proxy.awaitPort(folder);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of the proxy itself. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static String nginx(String snippet, Path folder, int port, int serverPort) {
    return """
    %1$s
    daemon off;
    pid %2$s/nginx.pid;
    error_log stderr;
    events {}
    http {
      access_log off;
      client_body_temp_path %2$s/body;
      proxy_temp_path %2$s/proxy;
      fastcgi_temp_path %2$s/fastcgi;
      uwsgi_temp_path %2$s/uwsgi;
      scgi_temp_path %2$s/scgi;
      upstream vidwiz { server 127.0.0.1:%3$d; keepalive 32; }
      server {
        listen 127.0.0.1:%4$d;
    %5$s
      }
    }
    """
        .formatted(
            System.getProperty("user.name").equals("root") ? "user root;" : "",
            folder,
            serverPort,
            port,
            snippet);
  }

  private static String caddy(String snippet, int port, int serverPort) {
    return "{\n admin off\n auto_https off\n}\n"
        + snippet
            .replace("example.com {", "http://127.0.0.1:" + port + " {")
            .replace("127.0.0.1:5000", "127.0.0.1:" + serverPort);
  }

  private void awaitPort(Path folder) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          close();
          throw new IllegalStateException(Files.readString(folder.resolve("proxy.log")), e);
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
