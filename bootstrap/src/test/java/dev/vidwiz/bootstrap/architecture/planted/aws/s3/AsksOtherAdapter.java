package dev.vidwiz.bootstrap.architecture.planted.aws.s3;

import dev.vidwiz.bootstrap.architecture.planted.http.note.ReadsClock;

/** Against adapters that see each other. */
public record AsksOtherAdapter(ReadsClock neighbour) {}
