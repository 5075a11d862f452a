package dev.vidwiz.bootstrap.architecture.planted.domain.note;

import dev.vidwiz.bootstrap.architecture.planted.application.note.AsksFramework;

/** Against the arrows: the domain looks outward. */
public record AsksApplication(AsksFramework useCase) {}
