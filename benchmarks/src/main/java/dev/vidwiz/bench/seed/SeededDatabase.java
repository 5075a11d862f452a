package dev.vidwiz.bench.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A database with rows in it, for one server at a time. Closing removes it. */
public interface SeededDatabase extends AutoCloseable {

  /** Returns how many rows it had at first. */
  Sizes sizes();

  /** Returns the settings that make a server use it. */
  Map<String, String> settings();

  /** Opens a connection past the server. */
  Connection connect() throws SQLException;

  @Override
  void close();
}
