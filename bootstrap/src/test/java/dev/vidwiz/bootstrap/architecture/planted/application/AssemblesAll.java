package dev.vidwiz.bootstrap.architecture.planted.application;

import dev.vidwiz.bootstrap.architecture.planted.application.note.UsesRoot;

/** Violation: half of a cycle through the root package of a module. */
public record AssemblesAll(UsesRoot otherHalf) {}
