package dev.vidwiz.bootstrap.architecture.planted.transfer.archive;

import dev.vidwiz.bootstrap.architecture.planted.http.note.ReadsClock;

/** Violation: data transfer uses an adapter other than persistence. */
public record UsesServer(ReadsClock handler) {}
