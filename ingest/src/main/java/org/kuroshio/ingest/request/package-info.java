/** How a request is written in a definition, and how it is filled for one page of one window. */
package org.kuroshio.ingest.request;
