package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.network.Proxies;
import dev.vidwiz.bootstrap.settings.BadSettings;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command line: runs a command, and reports a failure in one message. */
public final class Main {

  private static final List<Command> COMMANDS =
      List.of(
          new Command("serve", "run the server", Serve::run),
          new Command("worker", "fetch for a remote server: worker --server URL", Worker::run),
          new Command("fetch", "request a video from every source: fetch VIDEO", Fetch::run),
          new Command("model", "test the language model", Model::run),
          new Command(
              "transcript", "store captions from a file: transcript VIDEO FILE", Transcript::run),
          new Command("backup", "back up the database while it is used: backup FILE", Backup::run),
          new Command(
              "restore", "restore a backup into an empty database: restore FILE", Restore::run),
          new Command("migrate", "migrate the database: migrate [--check | --plan]", Migrate::run),
          new Command("import", "import an older server's data: import --from DB_URL", Import::run),
          new Command(
              "config",
              "print the current settings, secrets masked: config [--check]",
              Config::run),
          new Command("bench", "run benchmarks, in a clone: bench --help", Main::bench),
          new Command("version", "print the version", Main::version),
          new Command("help", "print this text", Main::help),
          new Command("train", "", Train::run));

  private Main() {}

  static void main(String[] args) {
    // Some names of model servers can only be sent in this header: see ServerAddress.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    Proxies.allowPasswords();
    int status = run(Arrays.asList(args));
    System.out.flush();
    System.exit(status);
  }

  private static int run(List<String> args) {
    if (args.isEmpty()) {
      System.err.print(usage());
      return ExitStatus.USAGE;
    }
    String name =
        switch (args.getFirst()) {
          case "-h", "--help" -> "help";
          case "-v", "--version" -> "version";
          default -> args.getFirst();
        };
    Optional<Command> command =
        COMMANDS.stream().filter(each -> each.name().equals(name)).findFirst();
    if (command.isEmpty()) {
      System.err.print("vidwiz: there is no command \"" + name + "\".\n\n" + usage());
      return ExitStatus.USAGE;
    }
    return run(command.get(), args.subList(1, args.size()));
  }

  private static int run(Command command, List<String> args) {
    try {
      return command.action().run(args);
    } catch (BadSettings e) {
      System.err.println("vidwiz: " + e.getMessage());
      return ExitStatus.CONFIGURATION;
    } catch (CannotRun e) {
      System.err.println("vidwiz: " + e.getMessage());
      return e.status();
    } catch (InterruptedException e) {
      System.err.println("vidwiz: interrupted");
      return ExitStatus.UNAVAILABLE;
    } catch (RuntimeException e) {
      System.err.println("vidwiz: internal error: " + e);
      System.getLogger(Main.class.getName()).log(Level.DEBUG, "internal error", e);
      return ExitStatus.SOFTWARE;
    }
  }

  /** Reached only when the launcher found no benchmarks. */
  private static int bench(List<String> args) {
    throw new CannotRun(
        ExitStatus.UNAVAILABLE, "the benchmarks are not installed: run ./vidwiz bench in a clone");
  }

  private static int help(List<String> args) {
    System.out.print(usage());
    return ExitStatus.OK;
  }

  private static int version(List<String> args) {
    Command.expectNone(args);
    System.out.println("vidwiz " + Version.current());
    return ExitStatus.OK;
  }

  private static String usage() {
    StringBuilder text = new StringBuilder("usage: vidwiz COMMAND\n\n");
    COMMANDS.stream()
        .filter(command -> !command.isHidden())
        .forEach(
            command ->
                text.append("  %-10s %s%n".formatted(command.name(), command.description())));
    text.append("\nSettings are read from the environment, and from .env in the working folder.\n");
    return text.toString();
  }
}
