package dev.vidwiz.bench.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a server is started.
 *
 * @param words program and arguments
 * @param environment all that it is given besides what programs need to be found
 * @param folder where it runs
 * @param name what it is called among those that run there
 */
public record Command(
    List<String> words, Map<String, String> environment, Path folder, String name) {

  /** Returns where its output goes. */
  Path log() {
    return folder.resolve(name + ".log");
  }
}
