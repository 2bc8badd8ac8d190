/** Requests over HTTP: what a definition says of a server, and how it is asked. */
package org.kuroshio.ingest.http;
