package dev.vidwiz.http.limit;

import io.javalin.security.RouteRole;

/**
 * Routes with the same rate limit. Each client has one bucket per route. Routes without a group are
 * not limited.
 */
public enum RateGroup implements RouteRole {
  DEFAULT,
  AUTH,
  CONVERSATIONS,
  VIDEOS;

  /** A route that uses the bucket of another route. */
  record Alias(RateGroup group, String route) implements RouteRole {

    /** The name of the group, by which the OpenAPI traits are found. */
    @Override
    public String toString() {
      return group.name();
    }
  }

  /**
   * Returns the role of a route that uses the bucket of another route of this group.
   *
   * @param route method and path of the other route, such as {@code POST /v2/auth/login}
   */
  public RouteRole withBucketOf(String route) {
    return new Alias(this, route);
  }
}
