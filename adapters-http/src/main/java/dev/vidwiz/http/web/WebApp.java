package dev.vidwiz.http.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The rules by which a web app is served: at all paths that no route owns, and what is no file of
 * the app is its {@code index.html}, so that the app's own router works. Thread-safe.
 */
public final class WebApp {

  /** The path of the app's page. */
  public static final String INDEX = "/index.html";

  private static final String YEAR = "public, max-age=31536000, immutable";
  private static final String REVALIDATED = "no-cache";
  private static final String NEVER = "no-cache, no-store, must-revalidate";

  private final WebAppSettings settings;
  private final Set<String> ownedByRoutes = ConcurrentHashMap.newKeySet();

  /** Serves the given app. */
  public WebApp(WebAppSettings settings) {
    this.settings = settings;
  }

  /** Returns where the files are, as an absolute path. */
  public Path folder() {
    return settings.folder().toAbsolutePath();
  }

  /** Leaves to the routes whatever begins with the same part as the path of a route. */
  public void leaveToRoutes(String path) {
    ownedByRoutes.add(firstPart(path));
  }

  /** Tells whether a path is the app's, and no route's. */
  public boolean owns(String path) {
    return !ownedByRoutes.contains(firstPart(path));
  }

  /** Tells whether a file really lies in the folder, wherever links and odd paths may lead. */
  public boolean contains(Path file) {
    try {
      Path real = file.toRealPath();
      return real.startsWith(settings.folder().toRealPath()) && Files.isRegularFile(real);
    } catch (IOException e) {
      // It has gone, or was never there.
      return false;
    }
  }

  /** Returns the headers of an answer; a path that is no file is answered with the index. */
  public Map<String, String> headers(String path, boolean isFile) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Cache-Control", isFile ? cacheControl(path) : NEVER);
    headers.put("Content-Security-Policy", settings.contentSecurityPolicy());
    return headers;
  }

  private static String firstPart(String path) {
    return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).findFirst().orElse("");
  }

  private static String cacheControl(String path) {
    if (path.equals(INDEX)) {
      return NEVER;
    }
    return HashedName.is(path.substring(path.lastIndexOf('/') + 1)) ? YEAR : REVALIDATED;
  }
}
