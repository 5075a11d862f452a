package dev.vidwiz.bootstrap.architecture.planted.persistence.note;

import org.postgresql.PGConnection;

/** Violation: a feature uses the driver of PostgreSQL. */
public record UsesPostgres(PGConnection connection) {}
