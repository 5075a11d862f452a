package dev.vidwiz.persistence.task;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;

/** The column task_details. */
public final class TaskDetails {

  private TaskDetails() {}

  /** Returns what it says of a video. */
  public static JsonText of(VideoId videoId) {
    return new JsonText(
        JsonNodeFactory.instance.objectNode().put("video_id", videoId.value()).toString());
  }
}
