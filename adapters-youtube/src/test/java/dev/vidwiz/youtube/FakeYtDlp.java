package dev.vidwiz.youtube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that behaves like a yt-dlp of 2026, and records how it was run. The rest is a script,
 * in which {@code $folder} is its directory.
 */
record FakeYtDlp(Path folder) {

  private static final String VERSION = "2026.08.19";

  /** Returns the program. */
  Path program() {
    return folder.resolve("yt-dlp");
  }

  /** Runs this script, and prints a version on request. */
  FakeYtDlp does(String script) throws IOException {
    return is("[ \"$1\" = --version ] && { echo " + VERSION + "; exit; }\n" + script);
  }

  /** Runs this script only. */
  FakeYtDlp is(String script) throws IOException {
    Files.writeString(
        program(),
        """
        #!/bin/sh
        folder='%s'
        printf '%%s\\n' "$@" > "$folder/arguments"
        env > "$folder/environment"
        """
                .formatted(folder)
            + script);
    Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwx------"));
    return this;
  }

  /** Prints this JSON. */
  FakeYtDlp prints(String json) throws IOException {
    Files.writeString(folder.resolve("json"), json);
    return does("cat \"$folder/json\"");
  }

  /** Fails with this line. */
  FakeYtDlp fails(String line) throws IOException {
    Files.writeString(folder.resolve("errors"), line);
    return does("echo null; cat \"$folder/errors\" >&2; exit 1");
  }

  /** Returns the arguments of the last run. */
  List<String> arguments() throws IOException {
    return Files.readAllLines(folder.resolve("arguments"));
  }

  List<String> environment() throws IOException {
    return Files.readAllLines(folder.resolve("environment"));
  }

  /** Returns what it prints for a video. */
  static String video(String liveStatus, String subtitles, String automatic) {
    return """
    {"id": "dQw4w9WgXcQ", "title": "Übung – “one” & more", "thumbnail": "https://i.ytimg.com/vi/dQw4w9WgXcQ/maxres.jpg",
     "description": "One\\nTwo", "channel_id": "UCuAXFkgsw1L7xaCfnd5JJOw",
     "channel_url": "https://www.youtube.com/channel/UCuAXFkgsw1L7xaCfnd5JJOw",
     "duration": 213, "view_count": 17, "live_status": "%s", "release_timestamp": 1796000400, "like_count": 3,
     "channel": "Rick Astley", "uploader": "Rick A.", "uploader_url": "https://www.youtube.com/@rick",
     "upload_date": "20091024", "timestamp": 1256453853, "duration_string": "3:33", "_type": "video", "formats": [],
     "subtitles": {%s}, "automatic_captions": {%s}, "requested_subtitles": null}
    """
        .formatted(liveStatus, subtitles, automatic);
  }

  /** Lists languages separated by spaces, each as for {@link #track}. */
  static String tracks(String languages) {
    return Stream.of(languages.split(" ", -1))
        .filter(language -> !language.isEmpty())
        .map(FakeYtDlp::track)
        .collect(Collectors.joining(", "));
  }

  /** Returns the entry of a language, with {@code *} if it is generated. */
  static String track(String language) {
    String key = language.replace("*", "");
    if (key.equals("live_chat")) {
      return "\"live_chat\": [{\"ext\": \"json\", \"protocol\": \"youtube_live_chat\"}]";
    }
    String url =
        "https://www.youtube.com/api/timedtext?v=dQw4w9WgXcQ&lang="
            + key.replace("-orig", "")
            + (language.endsWith("*") ? "&kind=asr" : "");
    return """
    "%1$s": [{"ext": "json3", "url": "%2$s&fmt=json3"}, {"ext": "srv1", "url": "%2$s&fmt=srv1"}]\
    """
        .formatted(key, url);
  }
}
