/** The feeds: which sinks run with which settings, and from where. */
package org.kuroshio.warehouse.feed;
