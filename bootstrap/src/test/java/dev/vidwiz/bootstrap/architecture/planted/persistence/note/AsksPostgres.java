package dev.vidwiz.bootstrap.architecture.planted.persistence.note;

import org.postgresql.PGConnection;

/** Against drivers known to features. */
public record AsksPostgres(PGConnection connection) {}
