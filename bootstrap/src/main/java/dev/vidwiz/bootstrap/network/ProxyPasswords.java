package dev.vidwiz.bootstrap.network;

import dev.vidwiz.bootstrap.settings.ProxyUrl.Login;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each proxy its own password, and no password to other servers. Immutable. */
final class ProxyPasswords extends Authenticator {

  private final List<Route> routes;

  ProxyPasswords(List<Route> routes) {
    this.routes = routes;
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    if (getRequestorType() != RequestorType.PROXY
        || !"basic".equalsIgnoreCase(getRequestingScheme())) {
      return null;
    }
    return routes.stream()
        .filter(route -> route.host().equalsIgnoreCase(getRequestingHost()))
        .filter(route -> route.port() == getRequestingPort())
        .findFirst()
        .map(Route::login)
        .map(ProxyPasswords::answer)
        .orElse(null);
  }

  private static PasswordAuthentication answer(Login login) {
    return new PasswordAuthentication(login.user(), login.password().toCharArray());
  }
}
