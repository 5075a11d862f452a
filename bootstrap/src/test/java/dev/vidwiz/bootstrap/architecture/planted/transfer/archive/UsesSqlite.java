package dev.vidwiz.bootstrap.architecture.planted.transfer.archive;

import org.sqlite.SQLiteConnection;

/** Violation: uses the driver of SQLite outside of persistence. */
public record UsesSqlite(SQLiteConnection connection) {}
