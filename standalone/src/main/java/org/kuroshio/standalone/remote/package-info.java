/** A running server as the place that a reading command asks. */
package org.kuroshio.standalone.remote;
