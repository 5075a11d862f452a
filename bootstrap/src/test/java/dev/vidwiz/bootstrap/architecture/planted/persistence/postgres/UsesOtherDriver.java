package dev.vidwiz.bootstrap.architecture.planted.persistence.postgres;

import org.sqlite.SQLiteConnection;

/** Violation: the package of one database uses the driver of the other. */
public record UsesOtherDriver(SQLiteConnection connection) {}
