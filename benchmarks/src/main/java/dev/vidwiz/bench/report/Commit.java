package dev.vidwiz.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The commit of a clone. */
public final class Commit {

  private Commit() {}

  /** Returns the commit's short name, "-dirty" when files differ from it, or null without git. */
  public static @Nullable String of(Path clone) throws InterruptedException {
    ProcessBuilder git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
            .directory(clone.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = git.start();
      String name = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? name.strip() : null;
    } catch (IOException e) {
      return null;
    }
  }
}
