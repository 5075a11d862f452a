/** What every store has in common: transactions and the ways in which storage breaks. */
@NullMarked
package dev.vidwiz.application.storage;

import org.jspecify.annotations.NullMarked;
