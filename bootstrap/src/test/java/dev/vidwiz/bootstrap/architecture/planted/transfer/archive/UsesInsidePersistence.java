package dev.vidwiz.bootstrap.architecture.planted.transfer.archive;

import dev.vidwiz.persistence.video.TranscriptJson;

/** Violation: data transfer uses an internal class of persistence. */
public record UsesInsidePersistence(TranscriptJson reader) {}
