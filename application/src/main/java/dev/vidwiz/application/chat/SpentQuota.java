package dev.vidwiz.application.chat;

import java.time.Duration;

/**
 * A daily quota of which nothing is left.
 *
 * @param messages how many messages a day it allows
 * @param guest whether it is a quota of guests
 * @param resetIn how long until the next midnight UTC
 */
public record SpentQuota(int messages, boolean guest, Duration resetIn) {}
