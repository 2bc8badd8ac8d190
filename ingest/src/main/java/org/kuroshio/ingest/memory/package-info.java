/** Which records were published lately, so that one that comes again unchanged is known. */
package org.kuroshio.ingest.memory;
