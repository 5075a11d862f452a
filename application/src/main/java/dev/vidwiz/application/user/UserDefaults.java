package dev.vidwiz.application.user;

/** The profile of a new user. */
public record UserDefaults(boolean aiNotesEnabled) {}
