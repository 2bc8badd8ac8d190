/**
 * How one shows a publisher who is asking. Keys come from settings and are shown to nobody else.
 */
package org.kuroshio.ingest.auth;
