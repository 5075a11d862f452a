/**
 * The only package that uses Jetty, the server under Javalin. The purpose of each class:
 *
 * <ul>
 *   <li>{@link Jetty}: less memory per connection, and thousands of connections at once.
 *   <li>{@link Drain}: a stop that interrupts no request.
 *   <li>{@link DrainableConnector}: a stop that resets no completed connection.
 *   <li>{@link ChunkWriter}: one write per event of a stream, in half the time, and no wait for the
 *       next.
 *   <li>{@link TimedHead}: a time limit for headers.
 *   <li>{@link MeteredBody}: a time limit for bodies, and a limit on the memory of all of them.
 *   <li>{@link ClientConnection}: no task and no tokens for a client that has disconnected.
 *   <li>{@link LongRequest}: 8 KB less memory per waiting request.
 *   <li>{@link Envelope}: request ids and metrics for all requests, including those that Jetty
 *       rejects.
 *   <li>{@link JettyErrors}: one format for all errors, including those of Jetty.
 *   <li>{@link Cors}: preflight requests without a look-up of the route.
 *   <li>{@link WebAppFiles}: static files with entity tags and precompressed variants.
 * </ul>
 *
 * Each class has a test that fails when a new version of Jetty changes what it relies on. The test
 * of {@link WebAppFiles} is in bootstrap, because it needs the whole program.
 */
@NullMarked
package dev.vidwiz.http.jetty;

import org.jspecify.annotations.NullMarked;
