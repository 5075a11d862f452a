package dev.vidwiz.application;

import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.LongTermTokens;
import dev.vidwiz.application.user.PasswordHasher;
import dev.vidwiz.application.video.TranscriptStore;
import java.time.InstantSource;

/**
 * What VidWiz needs from outside.
 *
 * @param transcripts where transcripts are kept: the storage's own store, or another
 * @param clock gives the time in whole microseconds, as databases keep it
 */
public record Ports(
    Storage storage,
    TranscriptStore transcripts,
    PasswordHasher passwords,
    LongTermTokens longTermTokens,
    GoogleIdentities google,
    InstantSource clock) {}
