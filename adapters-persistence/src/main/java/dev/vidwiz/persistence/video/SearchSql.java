package dev.vidwiz.persistence.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.RecordMapper;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of a search in the videos with a note of a user. */
final class SearchSql {

  private static final String FOUND = "FROM noted_videos WHERE user_id = :userId\n";

  private static final String WITH_TEXT = "AND title_folded LIKE :pattern\n";

  /**
   * Separate, because with ESCAPE PostgreSQL rewrites the pattern for each row, which costs more
   * than the comparison.
   */
  private static final String WITH_SPECIALS = "AND title_folded LIKE :pattern ESCAPE '!'\n";

  /** Includes the backslash, PostgreSQL's default escape. */
  private static final Pattern SPECIAL = Pattern.compile("[!%_\\\\]");

  private static final RecordMapper<Found> MAPPER =
      row -> new Found(new VideoId(row.getText("video_id")), row.getLong("total"));

  private SearchSql() {}

  static VideoPage search(Handle handle, VideoSearch search) {
    List<Found> page =
        bind(handle.createQuery(page(search)), search)
            .bind("offset", search.offset())
            .map(MAPPER)
            .list();
    return new VideoPage(
        page.stream().map(Found::video).toList(),
        page.isEmpty() ? total(handle, search) : page.getFirst().total());
  }

  /** An empty page has no row with the total. */
  private static long total(Handle handle, VideoSearch search) {
    return search.offset() == 0
        ? 0
        : bind(handle.createQuery(count(search)), search).mapTo(Long.class).one();
  }

  static String count(VideoSearch search) {
    return "SELECT count(*) " + found(search);
  }

  /**
   * The limit is a literal, because with a parameter PostgreSQL expects many rows and plans each
   * search again.
   */
  static String page(VideoSearch search) {
    return "SELECT video_id, count(*) OVER () AS total "
        + found(search)
        + "ORDER BY "
        + order(search.sort())
        + (", id LIMIT " + search.perPage() + " OFFSET :offset");
  }

  private static String found(VideoSearch search) {
    if (search.text().isEmpty()) {
      return FOUND;
    }
    return FOUND + (SPECIAL.matcher(search.text()).find() ? WITH_SPECIALS : WITH_TEXT);
  }

  private static Query bind(Query query, VideoSearch search) {
    query.bind("userId", search.userId());
    return search.text().isEmpty() ? query : query.bind("pattern", pattern(search.foldedText()));
  }

  /** Both sides are case-folded, so SQLite's case-insensitive LIKE makes no difference. */
  private static String pattern(String folded) {
    return "%" + SPECIAL.matcher(folded).replaceAll("!$0") + "%";
  }

  private static String order(Sort sort) {
    return switch (sort) {
      case CREATED_AT_DESC -> "created_at DESC";
      case CREATED_AT_ASC -> "created_at";
      case TITLE_ASC -> "title_folded NULLS LAST";
      case TITLE_DESC -> "title_folded DESC NULLS LAST";
    };
  }

  private record Found(VideoId video, long total) {}
}
