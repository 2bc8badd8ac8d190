/** From facts and tables to conditions, and from conditions and commands to alerts. */
package org.kuroshio.streams.alert;
