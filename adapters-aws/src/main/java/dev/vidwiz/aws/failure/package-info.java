/** What callers see of S3 and SQS that broke. */
@NullMarked
package dev.vidwiz.aws.failure;

import org.jspecify.annotations.NullMarked;
