package dev.vidwiz.http.json;

/** An answer that only says that something was done. */
public record MessageJson(String message) {}
