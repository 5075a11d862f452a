package dev.vidwiz.http.limit;

import io.javalin.security.RouteRole;

/**
 * Routes that may be called equally often. Each client has a bucket of its own for each route;
 * routes without a group are not limited.
 */
public enum RateGroup implements RouteRole {
  DEFAULT,
  AUTH,
  CONVERSATIONS,
  VIDEOS;

  /** A route that takes its calls out of another's bucket. */
  record Twin(RateGroup group, String route) implements RouteRole {

    /** Named like its group, as what the two have in common is told by their name. */
    @Override
    public String toString() {
      return group.name();
    }
  }

  /**
   * Returns the role of a route that shares the bucket of another, which must be in this group.
   *
   * @param route method and path as in the list of routes: {@code POST /v2/auth/login}
   */
  public RouteRole withBucketOf(String route) {
    return new Twin(this, route);
  }
}
