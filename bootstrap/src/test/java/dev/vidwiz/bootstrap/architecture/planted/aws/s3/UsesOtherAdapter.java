package dev.vidwiz.bootstrap.architecture.planted.aws.s3;

import dev.vidwiz.bootstrap.architecture.planted.http.note.ReadsClock;

/** Violation: an adapter uses another adapter. */
public record UsesOtherAdapter(ReadsClock neighbour) {}
