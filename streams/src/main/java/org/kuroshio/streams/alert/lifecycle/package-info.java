/** Conditions, commands and the clock to alerts and their history. */
package org.kuroshio.streams.alert.lifecycle;
