package dev.vidwiz.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server per kind of database, from the first test that needs it until all tests have run. */
final class SharedServers implements AutoCloseable {

  /** A server and its database. */
  record Shared(Path folder, ServerDatabase database, Server server) {}

  private final Map<ServerDatabase.Kind, Shared> running = new EnumMap<>(ServerDatabase.Kind.class);

  Shared of(ServerDatabase.Kind kind) {
    return running.computeIfAbsent(kind, SharedServers::start);
  }

  private static Shared start(ServerDatabase.Kind kind) {
    try {
      Path folder = Files.createTempDirectory("vidwiz-shared");
      ServerDatabase database = kind.create(folder);
      return new Shared(folder, database, Server.start(folder, database.settings()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Shared shared : running.values()) {
      shared.server().close();
      shared.database().close();
      try (Stream<Path> files = Files.walk(shared.folder())) {
        List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : all) {
          Files.delete(file);
        }
      }
    }
  }

  /** Passes them to the tests. */
  static final class Resolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SharedServers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(SharedServers.class))
          .computeIfAbsent(SharedServers.class, key -> new SharedServers());
    }
  }
}
