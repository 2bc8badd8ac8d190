/**
 * Alerts to people: each channel on a thread of its own, at least once, never in a storm, and none
 * held up by another that is dead.
 */
package org.kuroshio.serve.delivery;
