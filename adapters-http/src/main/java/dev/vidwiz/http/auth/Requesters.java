package dev.vidwiz.http.auth;

import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.http.monitor.OpenRequest;
import io.javalin.http.Context;

/** Maps callers to requesters of videos. */
public final class Requesters {

  private Requesters() {}

  /**
   * Returns the requester of a video.
   *
   * @throws IllegalStateException on routes that are open to anyone
   */
  public static Requester of(Context ctx) {
    return switch (Caller.of(ctx)) {
      case Caller.KnownUser(long id) -> new Requester.User(id);
      case Caller.Guest ignored -> new Requester.Guest(OpenRequest.of(ctx).client());
      case Caller.Admin() -> new Requester.Nobody();
    };
  }
}
