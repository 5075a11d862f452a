package dev.vidwiz.youtube;

import java.util.Set;

/**
 * Describes a way to learn something about a video.
 *
 * @param name what operators read in metrics, logs and tables
 * @param request its first request, for operators
 * @param isClient whether it asks as a client that plays videos; two of those must agree before a
 *     video is taken to have nothing for good
 * @param keys the metadata that it can give
 */
record SourceInfo(String name, String request, boolean isClient, Set<Key> keys) {}
