package dev.vidwiz.bootstrap.architecture.planted.application.note;

import dev.vidwiz.bootstrap.architecture.planted.application.AssemblesAll;

/** Violation: a feature uses the class that assembles it, which is half of a cycle. */
public record UsesRoot(AssemblesAll root) {}
