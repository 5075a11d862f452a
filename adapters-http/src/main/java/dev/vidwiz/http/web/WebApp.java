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
 * The rules for serving a web app. It gets all paths outside the routes' prefixes. A path without a
 * file gets {@code index.html}, so that the app's own router works. Thread-safe.
 */
public final class WebApp {

  /** The path of the app's page. */
  public static final String INDEX = "/index.html";

  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  private static final String REVALIDATE = "no-cache";
  private static final String NO_STORE = "no-cache, no-store, must-revalidate";

  private final WebAppSettings settings;
  private final Set<String> routePrefixes = ConcurrentHashMap.newKeySet();

  /** Serves the given app. */
  public WebApp(WebAppSettings settings) {
    this.settings = settings;
  }

  /** Returns the absolute path of the files. */
  public Path folder() {
    return settings.folder().toAbsolutePath();
  }

  /** Excludes all paths whose first segment is that of this route. */
  public void excludeRoute(String path) {
    routePrefixes.add(firstSegment(path));
  }

  /** Returns whether the app serves a path. */
  public boolean owns(String path) {
    return !routePrefixes.contains(firstSegment(path));
  }

  /** Returns whether a file is inside the folder, with links resolved. */
  public boolean contains(Path file) {
    try {
      Path real = file.toRealPath();
      return real.startsWith(settings.folder().toRealPath()) && Files.isRegularFile(real);
    } catch (IOException e) {
      // The file does not exist.
      return false;
    }
  }

  /** Returns the headers of a response; a path without a file gets the index. */
  public Map<String, String> headers(String path, boolean isFile) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Cache-Control", isFile ? cacheControl(path) : NO_STORE);
    headers.put("Content-Security-Policy", settings.contentSecurityPolicy());
    return headers;
  }

  private static String firstSegment(String path) {
    return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).findFirst().orElse("");
  }

  private static String cacheControl(String path) {
    if (path.equals(INDEX)) {
      return NO_STORE;
    }
    return HashedName.is(path.substring(path.lastIndexOf('/') + 1)) ? IMMUTABLE : REVALIDATE;
  }
}
