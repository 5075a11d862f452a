package dev.vidwiz.application.fetch;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Videos that all have a transcript and metadata, but for those of which a test says otherwise. */
final class ScriptedVideos implements VideoSource {

  static final JsonText TRANSCRIPT = new JsonText("[]");
  static final FetchedMetadata METADATA = new FetchedMetadata(new JsonText("{}"), null);

  private final Map<String, Fetched<JsonText>> odd = new ConcurrentHashMap<>();
  private final List<String> fetched = new CopyOnWriteArrayList<>();

  void answers(String video, Fetched<JsonText> result) {
    odd.put(video, result);
  }

  /** Returns the videos of which something was asked for, in order. */
  List<String> fetched() {
    return fetched;
  }

  @Override
  public Fetched<JsonText> fetchTranscript(VideoId videoId) {
    fetched.add(videoId.value());
    return odd.getOrDefault(videoId.value(), new Fetched.Found<>(TRANSCRIPT));
  }

  @Override
  public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) {
    fetched.add(videoId.value());
    return new Fetched.Found<>(METADATA);
  }
}
