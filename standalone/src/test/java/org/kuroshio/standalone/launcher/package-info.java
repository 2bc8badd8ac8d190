/** The shell script in front of everything. */
package org.kuroshio.standalone.launcher;
