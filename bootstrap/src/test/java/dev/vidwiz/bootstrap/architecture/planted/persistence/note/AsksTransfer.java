package dev.vidwiz.bootstrap.architecture.planted.persistence.note;

import dev.vidwiz.bootstrap.architecture.planted.transfer.archive.AsksServer;

/** Against the arrows: the server's storage looks at data transfer. */
public record AsksTransfer(AsksServer archive) {}
