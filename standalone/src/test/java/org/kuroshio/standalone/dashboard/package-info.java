/** The page in a browser, on a running demo. */
package org.kuroshio.standalone.dashboard;
