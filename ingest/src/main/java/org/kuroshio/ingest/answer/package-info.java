/** An answer of a server, and single values out of its body. */
package org.kuroshio.ingest.answer;
