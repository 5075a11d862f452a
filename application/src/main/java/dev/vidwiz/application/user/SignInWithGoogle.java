package dev.vidwiz.application.user;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.user.UserName;
import java.time.InstantSource;
import java.util.Optional;

/** Signs in with a Google account, and links or creates the user. */
public final class SignInWithGoogle {

  /** The outcome of a sign-in. */
  public sealed interface Outcome {

    /** The user is signed in. */
    record SignedIn(User user) implements Outcome {}

    /** The credential is invalid. */
    record Rejected() implements Outcome {}

    /** The credential is valid but has no usable e-mail address. */
    record NoEmail() implements Outcome {}

    /** The address belongs to a user, and Google has not verified it. */
    record EmailTaken() implements Outcome {}
  }

  private final Users users;
  private final GoogleIdentities google;
  private final UserDefaults defaults;
  private final InstantSource clock;

  /** Works on the given users. */
  public SignInWithGoogle(
      Users users, GoogleIdentities google, UserDefaults defaults, InstantSource clock) {
    this.users = users;
    this.google = google;
    this.defaults = defaults;
    this.clock = clock;
  }

  /** Signs in with an ID token of Google. */
  public Outcome signIn(String credential) {
    Optional<GoogleIdentity> identity = google.verify(credential);
    if (identity.isEmpty()) {
      return new Outcome.Rejected();
    }
    String address = identity.get().email();
    if (address == null || !(Email.parse(address) instanceof Parsed.Accepted<Email>(Email email))) {
      return new Outcome.NoEmail();
    }
    return known(identity.get(), email)
        .or(() -> created(identity.get().profile(), email))
        // The same user was created concurrently.
        .or(() -> known(identity.get(), email))
        .orElseGet(Outcome.EmailTaken::new);
  }

  private Optional<Outcome> known(GoogleIdentity identity, Email email) {
    Optional<User> linked = users.findByGoogleId(identity.profile().googleId());
    if (linked.isPresent()) {
      return link(linked.get(), identity);
    }
    Optional<User> sameAddress = users.findByEmail(email);
    if (sameAddress.isPresent() && !identity.emailVerified()) {
      return Optional.of(new Outcome.EmailTaken());
    }
    return sameAddress.flatMap(user -> link(user, identity));
  }

  private Optional<Outcome> link(User user, GoogleIdentity identity) {
    return users.linkGoogle(user.id(), identity.profile()).map(Outcome.SignedIn::new);
  }

  private Optional<Outcome> created(GoogleProfile profile, Email email) {
    String name =
        Optional.ofNullable(profile.name())
            .flatMap(SignInWithGoogle::usable)
            .orElse(email.localPart());
    return users
        .insertIfFree(
            new NewUser(email, name, null, profile, defaults.aiNotesEnabled(), clock.instant()))
        .map(Outcome.SignedIn::new);
  }

  private static Optional<String> usable(String name) {
    return UserName.parse(name) instanceof Parsed.Accepted<UserName>(UserName usable)
        ? Optional.of(usable.value())
        : Optional.empty();
  }
}
