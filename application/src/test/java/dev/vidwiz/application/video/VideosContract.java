package dev.vidwiz.application.video;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Videos} promises; its search is in {@link VideoSearchContract}. */
public abstract class VideosContract extends StorageContract {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final JsonText QUESTIONS = new JsonText("[\"Why?\", \"How?\"]");
  private static final JsonText METADATA =
      new JsonText(
          "{\"title\": \"Grüße\",  \"views\":1e3, \"author\":{\"name\":null},\"views\":2}");

  private final VideoId videoId = newVideoId();
  private Videos videos;

  @BeforeEach
  final void takeVideos() {
    videos = storage.videos();
  }

  @Test
  void creates_a_missing_video_without_data() {
    Video video = videos.ensure(videoId, null, NOW);

    assertThat(video)
        .isEqualTo(new Video(video.id(), videoId, null, null, false, null, null, null, NOW, NOW));
    assertThat(video.id()).isPositive();
    assertThat(videos.find(videoId)).contains(video);
  }

  @Test
  void finds_nothing_in_an_empty_storage() {
    assertThat(videos.find(videoId)).isEmpty();
    assertThat(videos.findAll(List.of(videoId))).isEmpty();
    assertThat(videos.findAll(List.of())).isEmpty();
  }

  @Test
  void distinguishes_ids_that_differ_in_letter_case() {
    VideoId lower = new VideoId("abcdefghijk");
    VideoId upper = new VideoId("ABCDEFGHIJK");

    videos.ensure(lower, null, NOW);

    assertThat(videos.find(upper)).isEmpty();
  }

  @Test
  void marks_a_transcript_as_missing_unless_the_video_changed_since_it_was_read() {
    videos.ensure(videoId, null, NOW);
    videos.markTranscriptAvailable(videoId, NOW);
    Video read = videos.find(videoId).orElseThrow();

    assertThat(videos.markTranscriptMissing(read, LATER)).isTrue();
    assertThat(videos.find(videoId).orElseThrow().transcriptAvailable()).isFalse();
    assertThat(videos.find(videoId).orElseThrow().updatedAt()).isEqualTo(LATER);
    assertThat(videos.markTranscriptMissing(read, LATER)).isFalse();

    videos.markTranscriptAvailable(videoId, LATER.plusSeconds(1));
    assertThat(videos.markTranscriptMissing(read, LATER.plusSeconds(2))).isFalse();
    assertThat(videos.find(videoId).orElseThrow().transcriptAvailable()).isTrue();
  }

  @Test
  void returns_an_existing_video_unchanged() {
    Video first = videos.ensure(videoId, new Title("First"), NOW);

    Video again = videos.ensure(videoId, null, LATER);

    assertThat(again).isEqualTo(first);
  }

  @Test
  void fills_a_missing_title_and_never_replaces_one() {
    Video untitled = videos.ensure(videoId, null, NOW);

    Video titled = videos.ensure(videoId, new Title("First"), LATER);
    Video again = videos.ensure(videoId, new Title("Second"), LATER.plusSeconds(1));

    assertThat(titled.id()).isEqualTo(untitled.id());
    assertThat(titled.title()).isEqualTo("First");
    assertThat(titled.createdAt()).isEqualTo(NOW);
    assertThat(titled.updatedAt()).isEqualTo(LATER);
    assertThat(again).isEqualTo(titled);
    assertThat(videos.find(videoId)).contains(titled);
  }

  @Test
  void finds_the_existing_ones_of_many_videos() {
    List<VideoId> known =
        IntStream.range(0, 600)
            .mapToObj(i -> videos.ensure(newVideoId(), null, NOW).videoId())
            .toList();
    List<VideoId> asked = new ArrayList<>(known.subList(0, 500));
    asked.add(newVideoId());
    asked.add(known.getFirst());

    assertThat(videos.findAll(asked))
        .extracting(Video::videoId)
        .containsExactlyInAnyOrderElementsOf(known.subList(0, 500));
  }

  @Test
  void stores_metadata_unchanged_and_fills_a_missing_title() {
    videos.ensure(videoId, null, NOW);

    videos.storeMetadata(videoId, METADATA, new Title("Found"), LATER);

    Video video = find();
    assertThat(video.metadata()).isEqualTo(METADATA);
    assertThat(video.title()).isEqualTo("Found");
    assertThat(video.createdAt()).isEqualTo(NOW);
    assertThat(video.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void replaces_metadata_but_no_title() {
    videos.ensure(videoId, new Title("Given"), NOW);

    videos.storeMetadata(videoId, METADATA, new Title("Found"), LATER);
    videos.storeMetadata(videoId, new JsonText("{}"), null, LATER);

    assertThat(find().metadata()).isEqualTo(new JsonText("{}"));
    assertThat(find().title()).isEqualTo("Given");
  }

  @Test
  void stores_suggested_questions_unchanged() {
    videos.ensure(videoId, null, NOW);
    videos.storeSuggestedQuestions(videoId, QUESTIONS, LATER);
    videos.storeMetadata(videoId, METADATA, null, LATER);
    assertThat(find().suggestedQuestions()).isEqualTo(QUESTIONS);
  }

  @Test
  void marks_the_transcript_as_available_and_removes_the_error() {
    videos.ensure(videoId, null, NOW);
    videos.storeTranscriptError(videoId, "This video has no captions.", NOW);

    videos.markTranscriptAvailable(videoId, LATER);

    assertThat(find().transcriptAvailable()).isTrue();
    assertThat(find().transcriptError()).isNull();
    assertThat(find().updatedAt()).isEqualTo(LATER);
  }

  @Test
  void stores_and_removes_the_transcript_error() {
    videos.ensure(videoId, null, NOW);

    assertThat(videos.storeTranscriptError(videoId, "This video has no captions.", LATER)).isTrue();
    assertThat(find().transcriptError()).isEqualTo("This video has no captions.");
    assertThat(find().transcriptAvailable()).isFalse();
    assertThat(find().updatedAt()).isEqualTo(LATER);

    assertThat(videos.storeTranscriptError(videoId, null, LATER)).isTrue();
    assertThat(find().transcriptError()).isNull();
  }

  @Test
  void reports_whether_the_transcript_error_changed() {
    videos.ensure(videoId, null, NOW);
    assertThat(videos.storeTranscriptError(videoId, null, LATER)).isFalse();
    videos.storeTranscriptError(videoId, "next try at 14:05 UTC", NOW);

    assertThat(videos.storeTranscriptError(videoId, "next try at 14:05 UTC", LATER)).isFalse();
    assertThat(find().updatedAt()).isEqualTo(NOW);
    assertThat(videos.storeTranscriptError(videoId, "next try at 15:05 UTC", LATER)).isTrue();
    assertThat(videos.storeTranscriptError(newVideoId(), "no such video", NOW)).isFalse();
  }

  @Test
  void stores_no_error_for_an_available_transcript() {
    videos.ensure(videoId, null, NOW);
    videos.markTranscriptAvailable(videoId, NOW);

    assertThat(videos.storeTranscriptError(videoId, "next try at 14:05 UTC", LATER)).isFalse();

    assertThat(find().transcriptError()).isNull();
  }

  @Test
  void replaces_the_summary() {
    videos.ensure(videoId, null, NOW);

    videos.storeSummary(videoId, "short", NOW);
    videos.storeSummary(videoId, "Kürzer 👋", LATER);

    assertThat(find().summary()).isEqualTo("Kürzer 👋");
    assertThat(find().updatedAt()).isEqualTo(LATER);
  }

  @Test
  void changes_one_video_only() {
    Video other = videos.ensure(newVideoId(), null, NOW);
    videos.ensure(videoId, null, NOW);

    changeEverything();

    assertThat(find().readiness().isComplete()).isTrue();
    assertThat(videos.find(other.videoId())).contains(other);
  }

  @Test
  void does_not_create_a_missing_video_on_changes() {
    changeEverything();

    assertThat(videos.find(videoId)).isEmpty();
  }

  @Test
  void creates_one_video_with_one_task_of_each_type_for_concurrent_calls()
      throws InterruptedException {
    record Arrival(Video video, boolean transcript, boolean metadata) {}

    List<Arrival> arrivals =
        Race.run(
            100,
            runner ->
                storage
                    .transactions()
                    .inTransaction(
                        () ->
                            new Arrival(
                                videos.ensure(videoId, titleOf(runner), NOW),
                                storage
                                    .tasks()
                                    .schedule(
                                        TaskType.TRANSCRIPT,
                                        videoId,
                                        new Requester.Nobody(),
                                        NOW,
                                        NOW),
                                storage
                                    .tasks()
                                    .schedule(
                                        TaskType.METADATA,
                                        videoId,
                                        new Requester.Nobody(),
                                        NOW,
                                        NOW))));

    assertThat(arrivals.stream().map(arrival -> arrival.video().id()).distinct()).hasSize(1);
    assertThat(arrivals.stream().filter(Arrival::transcript)).hasSize(1);
    assertThat(arrivals.stream().filter(Arrival::metadata)).hasSize(1);
    assertThat(storage.tasks().countAvailable(TaskType.TRANSCRIPT, NOW, 10)).isEqualTo(1);
    assertThat(storage.tasks().countAvailable(TaskType.METADATA, NOW, 10)).isEqualTo(1);
    List<String> titlesSeen =
        arrivals.stream().flatMap(a -> Stream.ofNullable(a.video().title())).distinct().toList();
    assertThat(titlesSeen).containsExactly(find().title());
  }

  private static @Nullable Title titleOf(int runner) {
    return runner % 2 == 0 ? null : new Title("Title " + runner);
  }

  private Video find() {
    Optional<Video> video = videos.find(videoId);
    return video.orElseThrow();
  }

  private void changeEverything() {
    videos.storeMetadata(videoId, METADATA, new Title("Found"), LATER);
    videos.markTranscriptAvailable(videoId, LATER);
    videos.storeSummary(videoId, "summary", LATER);
  }

  @Test
  void stores_a_summary_only_if_there_is_none() {
    VideoId videoId = addVideo(storage).videoId();

    assertThat(storage.videos().storeSummaryIfNone(videoId, "first", NOW)).isTrue();
    assertThat(storage.videos().storeSummaryIfNone(videoId, "second", NOW)).isFalse();
    assertThat(storage.videos().storeSummaryIfNone(newVideoId(), "nobody's", NOW)).isFalse();
    assertThat(storage.videos().find(videoId).orElseThrow().summary()).isEqualTo("first");
  }
}
