package dev.vidwiz.bootstrap.architecture.planted.transfer.archive;

import dev.vidwiz.bootstrap.architecture.planted.http.note.ReadsClock;

/** Against the arrows: data transfer looks at an adapter other than persistence. */
public record AsksServer(ReadsClock handler) {}
