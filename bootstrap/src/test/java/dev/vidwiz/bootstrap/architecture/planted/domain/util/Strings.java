package dev.vidwiz.bootstrap.architecture.planted.domain.util;

/** Against packages that name no feature. */
public record Strings(String value) {}
