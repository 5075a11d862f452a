package dev.vidwiz.http.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.note.NoteJson;
import dev.vidwiz.http.video.VideoJson;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts the notes of one video. The video is read and serialized with the first note: before, it
 * may not exist, and afterwards it is not removed. For one thread.
 */
final class NotesWithVideo implements Function<Note, Object> {

  private final Videos videos;
  private final Json json;
  private @Nullable JsonText video;

  NotesWithVideo(Videos videos, Json json) {
    this.videos = videos;
    this.json = json;
  }

  @Override
  public Object apply(Note note) {
    if (video == null) {
      VideoJson read = VideoJson.from(videos.find(note.videoId()).orElseThrow());
      video = new JsonText(new String(json.bytes(read), UTF_8));
    }
    return new LegacyNoteJson(NoteJson.from(note), video);
  }
}
