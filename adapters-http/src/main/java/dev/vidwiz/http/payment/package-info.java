/** What clients of servers with payments expect. Nothing costs anything here. */
@NullMarked
package dev.vidwiz.http.payment;

import org.jspecify.annotations.NullMarked;
