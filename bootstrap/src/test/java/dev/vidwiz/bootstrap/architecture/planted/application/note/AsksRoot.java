package dev.vidwiz.bootstrap.architecture.planted.application.note;

import dev.vidwiz.bootstrap.architecture.planted.application.AssemblesAll;

/** A feature that knows who assembles it: the other half of a cycle. */
public record AsksRoot(AssemblesAll root) {}
