package dev.vidwiz.bootstrap.architecture.planted.persistence.note;

import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.UsesServer;

/** Violation: persistence uses data transfer. */
public record UsesTransfer(UsesServer archive) {}
