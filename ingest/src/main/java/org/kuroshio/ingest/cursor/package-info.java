/** What of a source is new since the last reading: windows, watermarks, feeds, walks. */
package org.kuroshio.ingest.cursor;
