package dev.vidwiz.bootstrap.architecture.planted.domain.util;

/** Violation: a package that is not named by a feature. */
public record Strings(String value) {}
