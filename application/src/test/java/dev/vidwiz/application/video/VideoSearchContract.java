package dev.vidwiz.application.video;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Videos#search} promises. */
public abstract class VideoSearchContract extends StorageContract {

  private static final long ANN = 41;
  private static final long EVE = 42;

  @Test
  void finds_each_video_with_a_note_of_the_user_once() {
    Video noted = add("Noted", NOW);
    note(ANN, noted);
    note(EVE, noted);
    note(EVE, addWithoutNote("Another's"));
    addWithoutNote("Nobody's");

    VideoPage page = search("", Sort.CREATED_AT_DESC);

    assertThat(page.videos()).containsExactly(noted.videoId());
    assertThat(page.total()).isEqualTo(1);
  }

  @Test
  void does_not_find_a_video_after_its_last_note() {
    Video video = addWithoutNote("Noted");
    long noteId = note(ANN, video);
    assertThat(storage.notes().deleteOwn(ANN, noteId)).isTrue();

    assertThat(search("", Sort.CREATED_AT_DESC)).isEqualTo(new VideoPage(List.of(), 0));
  }

  @Test
  void finds_a_text_anywhere_in_a_title() {
    add("Learning Java", NOW);
    add("Java for you", NOW);
    add("The java of today", NOW);
    add("Jav", NOW);
    add(null, NOW);

    assertThat(titles(search("JAVA", Sort.TITLE_ASC)))
        .containsExactly("Java for you", "Learning Java", "The java of today");
  }

  @Test
  void ignores_letter_case_in_every_script() {
    assertFinds("Großstraße", "GROSSSTRASSE");
    assertFinds("ÄÖÜ und mehr", "äöü");
    assertFinds("ΟΔΥΣΣΕΥΣ", "οδυσσευς");
    assertFinds("Привет, мир", "ПРИВЕТ");
    assertFinds("İstanbul", "İSTANBUL");
    assertFinds("𐐀𐐁", "𐐨𐐩");
  }

  @Test
  void takes_every_character_literally() {
    add("100% sure", NOW);
    add("1000 sure", NOW);
    add("snake_case", NOW);
    add("snakeXcase", NOW);
    add("back\\slash", NOW);
    add("wow! 100$0", NOW);
    add("it's [a-z]* :name ?", NOW);

    assertThat(titles(search("0%", Sort.TITLE_ASC))).containsExactly("100% sure");
    assertThat(titles(search("e_c", Sort.TITLE_ASC))).containsExactly("snake_case");
    assertThat(titles(search("k\\s", Sort.TITLE_ASC))).containsExactly("back\\slash");
    assertThat(titles(search("W! 100$", Sort.TITLE_ASC))).containsExactly("wow! 100$0");
    assertThat(titles(search("'S [A-Z]* :N", Sort.TITLE_ASC)))
        .containsExactly("it's [a-z]* :name ?");
    assertThat(titles(search("%%", Sort.TITLE_ASC))).isEmpty();
  }

  @Test
  void finds_a_title_that_was_added_later() {
    Video video = add(null, NOW);
    assertThat(search("later", Sort.TITLE_ASC).total()).isZero();

    storage
        .videos()
        .storeMetadata(video.videoId(), new JsonText("{}"), new Title("Came LATER"), NOW);

    assertThat(search("later", Sort.TITLE_ASC).total()).isEqualTo(1);
  }

  @Test
  void finds_a_title_that_a_later_note_added() {
    Video video = add(null, NOW);
    storage.videos().ensure(video.videoId(), new Title("Came LATER"), NOW);

    assertThat(search("later", Sort.TITLE_ASC).total()).isEqualTo(1);
  }

  @Test
  void sorts_by_the_time_of_the_video_and_ties_by_id() {
    Video second = add("a", NOW.plusSeconds(1));
    Video first = add("b", NOW);
    Video sameTime = add("c", NOW.plusSeconds(1));
    Video last = add("d", NOW.plusSeconds(1).plusNanos(1000));

    assertThat(videos(search("", Sort.CREATED_AT_ASC)))
        .containsExactly(first, second, sameTime, last);
    assertThat(videos(search("", Sort.CREATED_AT_DESC)))
        .containsExactly(last, second, sameTime, first);
  }

  @Test
  void sorts_by_case_folded_code_points_with_missing_titles_last() {
    Video untitled = add(null, NOW);
    Video apple = add("apple", NOW);
    Video zebra = add("Zebra", NOW);
    Video secondApple = add("APPLE", NOW);
    Video umlaut = add("Äpfel", NOW);
    Video emoji = add("😀 first plane", NOW);
    Video fullWidth = add("～ zeroth plane", NOW);
    Video blankInside = add("app le", NOW);
    Video alsoUntitled = add(null, NOW);

    assertThat(videos(search("", Sort.TITLE_ASC)))
        .containsExactly(
            blankInside,
            apple,
            secondApple,
            zebra,
            umlaut,
            fullWidth,
            emoji,
            untitled,
            alsoUntitled);
    assertThat(videos(search("", Sort.TITLE_DESC)))
        .containsExactly(
            emoji,
            fullWidth,
            umlaut,
            zebra,
            apple,
            secondApple,
            blankInside,
            untitled,
            alsoUntitled);
  }

  @Test
  void returns_results_in_pages() {
    for (int i = 1; i <= 5; i++) {
      add("video " + i, NOW.plusSeconds(i));
    }
    add("other", NOW);

    VideoPage first = page(1, 2);
    VideoPage third = page(3, 2);
    VideoPage beyond = page(4, 2);
    VideoPage farBeyond = page(Integer.MAX_VALUE, 50);

    assertThat(titles(first)).containsExactly("video 1", "video 2");
    assertThat(first.total()).isEqualTo(5);
    assertThat(titles(third)).containsExactly("video 5");
    assertThat(third.total()).isEqualTo(5);
    assertThat(beyond).isEqualTo(new VideoPage(List.of(), 5));
    assertThat(farBeyond).isEqualTo(new VideoPage(List.of(), 5));
  }

  private VideoPage page(int page, int perPage) {
    return storage
        .videos()
        .search(new VideoSearch(ANN, "video", page, perPage, Sort.CREATED_AT_ASC));
  }

  private void assertFinds(String title, String text) {
    add(title, NOW);
    assertThat(titles(search(text, Sort.TITLE_ASC))).containsExactly(title);
  }

  private VideoPage search(String text, Sort sort) {
    return storage.videos().search(new VideoSearch(ANN, text, 1, 50, sort));
  }

  private Video add(@Nullable String title, Instant createdAt) {
    Video video =
        storage.videos().ensure(newVideoId(), title == null ? null : new Title(title), createdAt);
    note(ANN, video);
    note(ANN, video);
    return video;
  }

  private Video addWithoutNote(String title) {
    return storage.videos().ensure(newVideoId(), new Title(title), NOW);
  }

  private long note(long userId, Video video) {
    return storage
        .notes()
        .insert(new NewNote(userId, video.videoId(), new Timestamp("0:01"), "text", NOW))
        .id();
  }

  private List<String> titles(VideoPage page) {
    return videos(page).stream().map(Video::title).toList();
  }

  private List<Video> videos(VideoPage page) {
    return page.videos().stream().map(id -> storage.videos().find(id).orElseThrow()).toList();
  }
}
