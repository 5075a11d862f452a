package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.youtube.AppVersion;
import dev.vidwiz.youtube.AppVersion.Client;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The clients of YouTube as which VidWiz sends requests, each at most once, in order. */
final class YouTubeClients {

  static final Kind<List<AppVersion>> KIND =
      text -> {
        List<AppVersion> apps = Kinds.listOf(YouTubeClients::parse).parse(text);
        Set<Client> clients = EnumSet.noneOf(Client.class);
        for (AppVersion app : apps) {
          if (!clients.add(app.client())) {
            throw new BadValue(
                "must name each client once, and has " + app.client().code() + " twice");
          }
        }
        return apps;
      };

  private YouTubeClients() {}

  private static AppVersion parse(String text) {
    String[] parts = text.split(":", -1);
    for (Client client : Client.values()) {
      if (parts.length == 2 && parts[0].equals(client.code())) {
        return version(client, parts[1]);
      }
    }
    throw new BadValue("name:version each, the names being visionos, android and ios", text);
  }

  private static AppVersion version(Client client, String version) {
    try {
      return new AppVersion(client, version);
    } catch (IllegalArgumentException e) {
      throw new BadValue(
          "must have a version of numbers and dots for %s, not \"%s\""
              .formatted(client.code(), version));
    }
  }
}
