package dev.vidwiz.http.auth;

import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.http.monitor.OpenRequest;
import io.javalin.http.Context;

/** Whose shares a request counts against. */
public final class Requesters {

  private Requesters() {}

  /** Returns who asks, on a route that names who may call it. */
  public static Requester of(Context ctx) {
    return switch (Caller.of(ctx)) {
      case Caller.KnownUser(long id) -> new Requester.User(id);
      case Caller.Guest ignored -> new Requester.Guest(OpenRequest.of(ctx).clientAddress());
      case Caller.Admin() -> Requester.NOBODY;
    };
  }
}
