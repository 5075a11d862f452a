package dev.vidwiz.bootstrap.architecture.planted.transfer.archive;

import org.sqlite.SQLiteConnection;

/** Against drivers known outside of persistence. */
public record AsksSqlite(SQLiteConnection connection) {}
