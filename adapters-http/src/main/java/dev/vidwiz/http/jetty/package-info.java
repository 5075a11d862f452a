/**
 * The server under Javalin: all that knows Jetty, and nothing else does. What each class buys:
 *
 * <ul>
 *   <li>{@link Jetty}: less memory for each connection, and thousands of connections at once.
 *   <li>{@link Drain}: a stop that cuts off no request.
 *   <li>{@link DrainableConnector}: a stop that resets no connection which the system has
 *       completed.
 *   <li>{@link TimedHead}: no connection that sends its headers byte by byte for ever.
 *   <li>{@link MeteredBody}: the same for bodies, and a bound on the memory that all of them take.
 *   <li>{@link ChunkWriter}: events of streams in one write each, in half the time.
 *   <li>{@link ClientConnection}: no task for a worker and no tokens for a reader that has left.
 *   <li>{@link LongRequest}: 8 kB less for each request that waits.
 *   <li>{@link NoSessions}: no search for a session in each request.
 *   <li>{@link Envelope}: request ids and request metrics also for what Jetty refuses by itself.
 *   <li>{@link JettyErrors}: one shape of all errors, also of those that Jetty answers.
 *   <li>{@link Cors}: preflights that are answered before a route is looked for.
 *   <li>{@link WebAppFiles}: files with entity tags and compressed twins, read by Jetty.
 * </ul>
 *
 * A test of each class fails when a new version of Jetty changes what the class relies on; that of
 * {@link WebAppFiles} is in bootstrap, as it needs the whole program.
 */
@NullMarked
package dev.vidwiz.http.jetty;

import org.jspecify.annotations.NullMarked;
