package dev.vidwiz.http.json;

/** A response with a message only. */
public record MessageJson(String message) {}
