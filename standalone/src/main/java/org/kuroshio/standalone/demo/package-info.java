/**
 * Everything in one process on the paper's data: broker, Connect, both hops, the sources, and a
 * simulation that keeps facts flowing, with a line now and then of what the tables say.
 */
package org.kuroshio.standalone.demo;
