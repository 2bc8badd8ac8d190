/** Alerts as mail: one message for what came together, in one language. */
package org.kuroshio.serve.delivery.mail;
