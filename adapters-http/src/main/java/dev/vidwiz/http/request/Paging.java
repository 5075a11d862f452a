package dev.vidwiz.http.request;

/**
 * The requested part of a list.
 *
 * @param skip the number of entries before it
 * @param count its maximum number of entries
 */
public record Paging(long skip, int count) {

  /** The whole list. */
  public static final Paging ALL = new Paging(0, Integer.MAX_VALUE);

  private static final int MAX_PER_PAGE = 1_000;
  private static final int DEFAULT_PER_PAGE = 100;
  private static final int ABSENT = 0;

  /** Returns whether this is a page, and not the whole list. */
  public boolean isPage() {
    return count < Integer.MAX_VALUE;
  }

  /** Returns the number of the page, from 1. */
  public long number() {
    return skip / count + 1;
  }

  /** Reads {@code page} and {@code per_page}; without both, the whole list. */
  public static Field<Paging> read(Input input) {
    Field<Integer> page = input.queryInt("page", ABSENT, 1, Integer.MAX_VALUE);
    Field<Integer> perPage = input.queryInt("per_page", ABSENT, 1, MAX_PER_PAGE);
    return page.flatMap(number -> perPage.map(count -> of(number, count)));
  }

  private static Paging of(int page, int perPage) {
    if (page == ABSENT && perPage == ABSENT) {
      return ALL;
    }
    int count = perPage == ABSENT ? DEFAULT_PER_PAGE : perPage;
    return new Paging((Math.max(1, page) - 1L) * count, count);
  }
}
