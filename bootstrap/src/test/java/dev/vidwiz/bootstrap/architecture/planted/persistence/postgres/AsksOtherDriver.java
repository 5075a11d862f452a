package dev.vidwiz.bootstrap.architecture.planted.persistence.postgres;

import org.sqlite.SQLiteConnection;

/** Against one room that knows the other's driver. */
public record AsksOtherDriver(SQLiteConnection connection) {}
