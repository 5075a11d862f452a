package dev.vidwiz.persistence;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether there is a Docker daemon; asked by a connection, as Testcontainers takes long to say no.
 */
final class Docker {

  private static final Path SOCKET = Path.of("/var/run/docker.sock");

  private Docker() {}

  static boolean answers() {
    if (System.getenv("DOCKER_HOST") != null) {
      return true;
    }
    if (!Files.exists(SOCKET)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(SOCKET))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
