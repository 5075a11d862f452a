package dev.vidwiz.bootstrap.architecture.planted.domain.note;

import java.sql.Connection;

/** Against a plain domain. */
public record AsksDatabase(Connection connection) {}
