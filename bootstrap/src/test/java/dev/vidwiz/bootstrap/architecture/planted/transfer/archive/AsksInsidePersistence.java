package dev.vidwiz.bootstrap.architecture.planted.transfer.archive;

import dev.vidwiz.persistence.video.TranscriptJson;

/** Against data transfer that uses what persistence keeps to itself. */
public record AsksInsidePersistence(TranscriptJson reader) {}
