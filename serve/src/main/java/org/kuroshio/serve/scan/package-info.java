/** Reading a topic of one partition from end to end, as committed readers see it. */
package org.kuroshio.serve.scan;
