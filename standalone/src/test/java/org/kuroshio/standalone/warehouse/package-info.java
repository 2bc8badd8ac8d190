/** The warehouse with a real broker, a real database and the real sinks. */
package org.kuroshio.standalone.warehouse;
