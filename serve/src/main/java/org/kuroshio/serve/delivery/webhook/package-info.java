/** Alerts as CloudEvents 1.0 over HTTP, signed. */
package org.kuroshio.serve.delivery.webhook;
