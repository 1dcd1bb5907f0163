/** A proxy between the AWS SDK and an emulator: names every call, keeps a log of them, and answers some with faults. */
@NullMarked
package io.awsaudit.localstack.proxy;

import org.jspecify.annotations.NullMarked;
