package dev.vidwiz.bootstrap.architecture.planted.domain.note;

import dev.vidwiz.bootstrap.architecture.planted.application.note.UsesFramework;

/** Violation: the domain uses application. */
public record UsesApplication(UsesFramework useCase) {}
