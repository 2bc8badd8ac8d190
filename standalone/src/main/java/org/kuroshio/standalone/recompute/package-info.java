/** Brings the tables up to date with what this process has just sent. */
package org.kuroshio.standalone.recompute;
