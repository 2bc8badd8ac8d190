/** Runs on brokers that the process did not start: killed, restarted, locked down. */
package org.kuroshio.standalone.run;
