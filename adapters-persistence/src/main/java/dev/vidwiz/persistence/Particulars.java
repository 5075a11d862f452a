package dev.vidwiz.persistence;

import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.note.NoteIntake;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.StorageFigures;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.worker.MetadataIntake;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of database does in a way of its own.
 *
 * @param rateLimits null where there is one server only
 */
record Particulars(
    Users users,
    NoteIntake noteIntake,
    TaskQueue tasks,
    MetadataIntake metadataIntake,
    Outbox outbox,
    Signals signals,
    StorageFigures figures,
    @Nullable SharedRateLimits rateLimits) {}
