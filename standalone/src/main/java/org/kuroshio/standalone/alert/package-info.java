/** Alerts at the command line: what there is, and what a person says of it. */
package org.kuroshio.standalone.alert;
