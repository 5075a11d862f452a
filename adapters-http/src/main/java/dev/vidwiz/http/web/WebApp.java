package dev.vidwiz.http.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.CompressedContentFormat;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.PreCompressedHttpContentFactory;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Serves the files of a web app at all paths that no route owns. What is no file of the app is its
 * {@code index.html}, so that the app's own router works.
 */
public final class WebApp extends ResourceHandler {

  private static final String INDEX = "/index.html";
  private static final String YEAR = "public, max-age=31536000, immutable";
  private static final String REVALIDATED = "no-cache";
  private static final String NEVER = "no-cache, no-store, must-revalidate";

  private final WebAppSettings settings;
  private final Set<String> ownedByRoutes = ConcurrentHashMap.newKeySet();

  /** Serves the given app. */
  public WebApp(WebAppSettings settings) {
    this.settings = settings;
    setBaseResource(ResourceFactory.of(this).newResource(settings.folder().toAbsolutePath()));
    setDirAllowed(false);
    setEtags(true);
    setAcceptRanges(false);
    setPrecompressedFormats(CompressedContentFormat.BR, CompressedContentFormat.GZIP);
  }

  /** Leaves to the routes whatever begins with the same part as the path of a route. */
  public void leaveToRoutes(String path) {
    ownedByRoutes.add(firstPart(path));
  }

  /** Looks at the disk for each request: files are small, and the system caches them well. */
  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
    HttpContent.Factory files =
        new FilesInside(
            settings.folder(), new ResourceHttpContentFactory(getBaseResource(), types(), buffers));
    return new PreCompressedHttpContentFactory(files, getPrecompressedFormats());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!isRead(request) || ownedByRoutes.contains(firstPart(path))) {
      return getHandler().handle(request, response, callback);
    }
    boolean isFile = getHttpContentFactory().getContent(path) != null;
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, isFile ? cacheControl(path) : NEVER);
    if (settings.contentSecurityPolicy() != null) {
      headers.put("Content-Security-Policy", settings.contentSecurityPolicy());
    }
    return super.handle(isFile ? request : index(request), response, callback);
  }

  /** Returns what Jetty knows, and what it does not: build tools write UTF-8. */
  private static MimeTypes types() {
    MimeTypes.Mutable types = new MimeTypes.Mutable(MimeTypes.DEFAULTS);
    for (String text : List.of("html", "htm", "css", "js", "mjs", "txt", "xml")) {
      types.addMimeMapping(text, MimeTypes.DEFAULTS.getMimeForExtension(text) + ";charset=utf-8");
    }
    types.addMimeMapping("map", "application/json");
    types.addMimeMapping("webmanifest", "application/manifest+json");
    return types;
  }

  private static boolean isRead(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
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

  private static Request index(Request request) {
    return Request.serveAs(
        request, HttpURI.build(request.getHttpURI()).path(INDEX).query(null).asImmutable());
  }
}
