package dev.vidwiz.http.jetty;

import dev.vidwiz.http.web.WebApp;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.CompressedContentFormat;
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
import org.jspecify.annotations.Nullable;

/** Serves the files of a web app, and its index for all other paths. */
final class WebAppFiles extends ResourceHandler {

  private final WebApp app;

  WebAppFiles(WebApp app) {
    this.app = app;
    setBaseResource(ResourceFactory.of(this).newResource(app.folder()));
    setDirAllowed(false);
    setEtags(true);
    setAcceptRanges(false);
    setPrecompressedFormats(CompressedContentFormat.BR, CompressedContentFormat.GZIP);
  }

  /** Reads the disk for each request: files are small and the operating system caches them. */
  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
    HttpContent.Factory all = new ResourceHttpContentFactory(getBaseResource(), types(), buffers);
    return new PreCompressedHttpContentFactory(
        path -> ifInside(all.getContent(path)), getPrecompressedFormats());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!isRead(request) || !app.owns(path)) {
      return getHandler().handle(request, response, callback);
    }
    boolean isFile = getHttpContentFactory().getContent(path) != null;
    app.headers(path, isFile).forEach(response.getHeaders()::put);
    return super.handle(isFile ? request : index(request), response, callback);
  }

  private @Nullable HttpContent ifInside(@Nullable HttpContent content) {
    Path file = content == null ? null : content.getResource().getPath();
    return file != null && app.contains(file) ? content : null;
  }

  /** Adds UTF-8, which build tools write, and types that Jetty does not know. */
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

  private static Request index(Request request) {
    return Request.serveAs(
        request, HttpURI.build(request.getHttpURI()).path(WebApp.INDEX).query(null).asImmutable());
  }
}
