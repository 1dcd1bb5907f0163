/** Reads firewalls of AWS Network Firewall, their policies and their rule groups. */
@NullMarked
package io.awsaudit.collectors.networkfirewall;

import org.jspecify.annotations.NullMarked;
