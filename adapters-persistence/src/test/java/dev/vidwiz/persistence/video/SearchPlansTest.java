package dev.vidwiz.persistence.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.List;
import java.util.Map;

/** A search reads what is noted by its user only, when others have noted much more. */
final class SearchPlansTest {

  /** What stands together for the user, as the databases call it. */
  private static final String[] NOTED_BY_USER = {
    "noted_videos_pkey", "SEARCH noted_videos USING PRIMARY KEY (user_id=?)"
  };

  @OnFilledDatabases
  void counts_by_the_key_of_the_user(PlannedDatabase database) {
    VideoSearch search = new VideoSearch(7, "", 2, 10, Sort.TITLE_ASC);

    assertThat(database.plan(SearchSql.count(search), Map.of("userId", 7L)))
        .containsAnyOf(NOTED_BY_USER);
  }

  @OnFilledDatabases
  void finds_a_page_without_reading_the_videos(PlannedDatabase database) {
    for (Sort sort : Sort.values()) {
      for (String text : List.of("", "java")) {
        VideoSearch search = new VideoSearch(7, text, 1, 10, sort);
        Map<String, ?> arguments = Map.of("userId", 7L, "pattern", "%java%", "offset", 0L);

        assertThat(database.plan(SearchSql.page(search), arguments))
            .containsAnyOf(NOTED_BY_USER)
            .doesNotContain("Seq Scan", "SCAN noted_videos", " videos", "Loop", "Hash", "notes");
      }
    }
  }
}
