/** How a publisher cuts an answer into pages, and how one turns them. */
package org.kuroshio.ingest.page;
