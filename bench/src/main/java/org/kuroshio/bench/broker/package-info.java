/** The one broker that all systems share, in a process of its own. */
package org.kuroshio.bench.broker;
