package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.Environment;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Settings;

/** The text that a server prints after its start. */
final class Welcome {

  private Welcome() {}

  static String listening(String address) {
    return "VidWiz listens on " + address;
  }

  /** Returns the address of the server and, in the local environment, the next steps. */
  static String text(Settings settings, String address) {
    return settings.get(SettingTable.ENVIRONMENT) == Environment.LOCAL
        ? listening(address) + "\n" + secrets(settings) + nextSteps(address)
        : listening(address) + "\n";
  }

  private static String secrets(Settings settings) {
    String secretKey = settings.origin(SettingTable.SECRET_KEY);
    String adminToken = settings.origin(SettingTable.ADMIN_TOKEN);
    return secretKey.equals(adminToken) && secretKey.endsWith(LocalSecrets.FILE)
        ? "It generated SECRET_KEY and ADMIN_TOKEN and stores them in " + adminToken + "\n"
        : "SECRET_KEY: " + secretKey + ", ADMIN_TOKEN: " + adminToken + "\n";
  }

  private static String nextSteps(String address) {
    return """

    Try it:
    curl -sS %1$s/v2/auth/register -H 'Content-Type: application/json' -d '{"email": "me@example.com", "password": "learn-something", "name": "Me"}'
    TOKEN=$(curl -sS %1$s/v2/auth/login -H 'Content-Type: application/json' -d '{"email": "me@example.com", "password": "learn-something"}' | cut -d '"' -f 4)
    curl -sS %1$s/v2/videos/dQw4w9WgXcQ/notes -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"timestamp": "0:42", "text": "My first note"}'

    """
        .formatted(address);
  }
}
