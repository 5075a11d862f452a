package dev.vidwiz.persistence.migration;

/**
 * How far the building of an index is.
 *
 * @param phase what is done now, as PostgreSQL calls it
 * @param done how many blocks or rows of the phase are done
 * @param total how many there are; 0 when unknown, as in a phase that only waits
 */
public record IndexProgress(String phase, long done, long total) {}
