/** The dashboard as people use it: a real browser on a real demo. */
package org.kuroshio.standalone.dashboard;
