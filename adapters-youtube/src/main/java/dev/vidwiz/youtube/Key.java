package dev.vidwiz.youtube;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The keys of metadata, which clients know from yt-dlp. */
enum Key {
  ID,
  TITLE,
  UPLOADER,
  UPLOADER_URL,
  CHANNEL,
  CHANNEL_URL,
  UPLOAD_DATE,
  DURATION,
  DURATION_STRING,
  VIEW_COUNT,
  LIKE_COUNT,
  DESCRIPTION,
  THUMBNAIL;

  /** The keys that a source can give; the id is known before. */
  static final Set<Key> ALL = EnumSet.complementOf(EnumSet.of(ID));

  String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
