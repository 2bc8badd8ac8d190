/**
 * What systems have in common: how they are told their job, how they tell when the first event
 * came, and how the peers read events.
 */
package org.kuroshio.bench.peer;
