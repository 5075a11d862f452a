package dev.vidwiz.persistence.database;

/**
 * How one pool of connections is used.
 *
 * @param pool its name, one of few
 * @param active connections that are lent
 * @param idle connections that are open and not lent
 * @param limit the most there can be
 * @param waiting threads that wait to be lent one
 */
public record ConnectionUse(String pool, int active, int idle, int limit, int waiting) {}
