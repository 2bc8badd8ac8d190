/**
 * The commands: what can be typed after {@code kuroshio}, and how every failure becomes one message
 * and an exit status.
 */
package org.kuroshio.standalone.command;
