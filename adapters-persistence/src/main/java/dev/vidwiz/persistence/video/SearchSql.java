package dev.vidwiz.persistence.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.domain.video.Video;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The search for videos by the notes of a user. */
final class SearchSql {

  private static final String FOUND =
      """
      FROM videos
      WHERE video_id IN (SELECT video_id FROM notes WHERE user_id = :userId)
      """;

  private static final String WITH_TEXT = "AND title_folded LIKE :pattern ESCAPE '!'\n";

  private SearchSql() {}

  static VideoPage search(Handle handle, VideoSearch search) {
    long total = bind(handle.createQuery(count(search)), search).mapTo(Long.class).one();
    List<Video> videos =
        total <= search.offset()
            ? List.of()
            : bind(handle.createQuery(page(search)), search)
                .bind("limit", search.perPage())
                .bind("offset", search.offset())
                .map(new VideoMapper())
                .list();
    return new VideoPage(videos, total);
  }

  static String count(VideoSearch search) {
    return "SELECT count(*) " + found(search);
  }

  static String page(VideoSearch search) {
    return "SELECT "
        + VideoMapper.COLUMNS
        + " "
        + found(search)
        + "ORDER BY "
        + order(search.sort())
        + ", id LIMIT :limit OFFSET :offset";
  }

  private static String found(VideoSearch search) {
    return search.text().isEmpty() ? FOUND : FOUND + WITH_TEXT;
  }

  private static Query bind(Query query, VideoSearch search) {
    query.bind("userId", search.userId());
    return search.text().isEmpty() ? query : query.bind("pattern", pattern(search.foldedText()));
  }

  /** Both sides are folded, so it does not matter that SQLite's LIKE ignores the case of ASCII. */
  private static String pattern(String folded) {
    return "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  private static String order(Sort sort) {
    return switch (sort) {
      case CREATED_AT_DESC -> "created_at DESC";
      case CREATED_AT_ASC -> "created_at";
      case TITLE_ASC -> "title_folded NULLS LAST";
      case TITLE_DESC -> "title_folded DESC NULLS LAST";
    };
  }
}
