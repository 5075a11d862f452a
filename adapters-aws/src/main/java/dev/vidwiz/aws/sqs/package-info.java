/** AI jobs in SQS. */
@NullMarked
package dev.vidwiz.aws.sqs;

import org.jspecify.annotations.NullMarked;
