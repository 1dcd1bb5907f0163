/** Reads the organization that an account belongs to; most of it is told to those alone who run it. */
@NullMarked
package io.awsaudit.collectors.organizations;

import org.jspecify.annotations.NullMarked;
