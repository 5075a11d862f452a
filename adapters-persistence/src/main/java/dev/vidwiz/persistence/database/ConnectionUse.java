package dev.vidwiz.persistence.database;

/**
 * The use of one connection pool.
 *
 * @param pool its name
 * @param active connections in use
 * @param idle open connections that are not in use
 * @param limit the maximum number of connections
 * @param waiting threads that wait for a connection
 */
public record ConnectionUse(String pool, int active, int idle, int limit, int waiting) {}
