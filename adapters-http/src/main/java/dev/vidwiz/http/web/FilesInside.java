package dev.vidwiz.http.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.content.HttpContent;
import org.jspecify.annotations.Nullable;

/** Lets through the files that really lie in a folder, wherever links and odd paths may lead. */
record FilesInside(Path folder, HttpContent.Factory files) implements HttpContent.Factory {

  @Override
  public @Nullable HttpContent getContent(String path) throws IOException {
    HttpContent content = files.getContent(path);
    if (content == null) {
      return null;
    }
    Path file = content.getResource().getPath();
    return file != null && isInside(file) ? content : null;
  }

  private boolean isInside(Path file) {
    try {
      Path real = file.toRealPath();
      return real.startsWith(folder.toRealPath()) && Files.isRegularFile(real);
    } catch (IOException e) {
      // It has gone, or was never there.
      return false;
    }
  }
}
