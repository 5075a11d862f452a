package dev.vidwiz.youtube;

import java.util.Set;

/**
 * Describes a source.
 *
 * @param name its name in metrics, logs and tables
 * @param request its first request, for operators
 * @param isClient whether its requests are those of a client that plays videos; two of these must
 *     agree on a permanent result
 * @param keys the keys of metadata that it can give
 */
record SourceInfo(String name, String request, boolean isClient, Set<Key> keys) {}
