package dev.vidwiz.bootstrap.architecture.planted.application;

import dev.vidwiz.bootstrap.architecture.planted.application.note.AsksRoot;

/** One half of a cycle by way of a module's own package. */
public record AssemblesAll(AsksRoot otherHalf) {}
