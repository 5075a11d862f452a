/** Failures of S3 and SQS. */
@NullMarked
package dev.vidwiz.aws.failure;

import org.jspecify.annotations.NullMarked;
