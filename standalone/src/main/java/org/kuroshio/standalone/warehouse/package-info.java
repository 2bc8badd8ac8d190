/**
 * A warehouse inside a session: its database, the sinks that fill it, and what looks after them.
 */
package org.kuroshio.standalone.warehouse;
