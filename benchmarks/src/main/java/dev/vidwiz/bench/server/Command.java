package dev.vidwiz.bench.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command that starts a server.
 *
 * @param words program and arguments
 * @param environment its environment, in addition to variables such as PATH
 * @param folder the working folder
 * @param name the name of its log, unique within the folder
 */
public record Command(
    List<String> words, Map<String, String> environment, Path folder, String name) {

  /** Returns the file of its output. */
  Path log() {
    return folder.resolve(name + ".log");
  }
}
