/** Transactions, failures and metrics of a storage. */
@NullMarked
package dev.vidwiz.application.storage;

import org.jspecify.annotations.NullMarked;
