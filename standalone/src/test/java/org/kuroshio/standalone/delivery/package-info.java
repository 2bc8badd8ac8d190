/**
 * Delivery of alerts over a real broker to a real Alertmanager, an HTTP server and a mail server.
 */
package org.kuroshio.standalone.delivery;
